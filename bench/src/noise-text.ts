import { seededChance } from '@luoshi/rules/seeded-chance'

/** Inputs that are no plan: a compiler that reads them slowly would be a way to stop the house. Each about so many bytes. */
export const noiseTexts = (bytes: number): Readonly<Record<string, string>> => {
  const lot = seededChance(1)
  const fill = (unit: () => string): string => {
    const parts: string[] = []
    for (let written = 0; written < bytes; ) {
      const part = unit()
      parts.push(part)
      written += Buffer.byteLength(part)
    }
    return parts.join('')
  }
  const half = Math.floor(bytes / 6)
  return {
    'random Chinese characters': fill(() => String.fromCodePoint(0x4e00 + lot.below(0x51a5))),
    'random bytes as text': fill(() => String.fromCodePoint(lot.below(0xd7ff))),
    'nested brackets': '（'.repeat(half) + '）'.repeat(half),
    'digits only': fill(() => String(lot.below(10))),
    'one line, no stop': fill(() => '各社区每月25日前清理楼道杂物'),
    'empty lines': '\n'.repeat(bytes),
    'numbering only': fill(() => `${'一二三四五'[lot.below(5)]}、\n(${1 + lot.below(9)})\n`),
    'commas only': fill(() => '、'),
    'dates only': fill(() => `${1 + lot.below(12)}月${1 + lot.below(31)}日至`),
  }
}
