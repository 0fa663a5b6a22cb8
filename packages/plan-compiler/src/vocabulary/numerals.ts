import { characters, isDigit } from '../scan/characters.ts'
import { clued, matchAt } from '../scan/clues.ts'
/** A number as read at a place: `value` is null where the digits are masked (`xx%`). `end` is the offset after it. */
export type ReadNumber = {
  readonly value: number | null
  readonly end: number
  readonly written: 'arabic' | 'han' | 'masked'
}

const digits = new Map<string, number>(
  [...'〇零一二三四五六七八九'].map((c, i): [string, number] => [c, Math.max(0, i - 1)]),
)
for (const [c, n] of Object.entries({
  两: 2,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  俩: 2,
  '○': 0,
}))
  digits.set(c, n)

const units = new Map<string, number>(
  Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 亿: 100_000_000, 廿: 20, 卅: 30 }),
)

const longest = 24

/** The value of a run of Chinese numerals (`三十六`, `二〇二四`, `陆拾万`); null where it is none. */
export const hanValue = (run: string): number | null => {
  if (run === '' || run.length > longest) return null
  if (run.length === 1) return digits.get(run) ?? ((units.get(run) ?? 0) < 10_000 ? (units.get(run) ?? 0) : 0)
  if (![...run].some(c => units.has(c))) return [...run].reduce((sum, c) => sum * 10 + (digits.get(c) ?? 0), 0)
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const c of run) {
    const unit = units.get(c)
    if (unit === undefined) digit = digits.get(c) ?? 0
    else if (c === '廿' || c === '卅') {
      section += unit
      digit = null
    } else if (unit >= 10_000) {
      total = (total + section + (digit ?? 0)) * unit
      section = 0
      digit = null
    } else {
      section += (digit ?? 1) * unit
      digit = null
    }
  }
  return total + section + (digit ?? 0)
}

const hanNumerals = characters([...digits.keys(), ...units.keys()].join(''))

export const isHanNumeral = (c: string): boolean => hanNumerals[c.charCodeAt(0)] === 1

const arabic = clued(/\d{1,3}(?:,\d{3}){1,4}(?!\d)(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?/y)
const masked = clued(/[xX×*]{1,4}\d{0,2}(?=[%％])|\d?[xX×*_]{2,4}\d{0,2}(?=[%％个名户处人万元家项次场])/y)
const multiplier: Readonly<Record<number, number>> = Object.fromEntries(
  [...'百千万亿'].map(c => [c.charCodeAt(0), units.get(c) ?? 1]),
)

const [comma, point] = [','.charCodeAt(0), '.'.charCodeAt(0)]

/** Digits alone, which most numbers are; null where a sign among them has to be looked at. */
const plainDigits = (text: string, at: number): { readonly value: number; readonly end: number } | null => {
  let value = 0
  let end = at
  for (; end < at + 15 && isDigit(text.charCodeAt(end)); end++) value = value * 10 + text.charCodeAt(end) - 48
  const next = text.charCodeAt(end)
  return end === at || next === comma || next === point ? null : { value, end }
}

const withSigns = (text: string, at: number): { readonly value: number; readonly end: number } | null => {
  const found = matchAt(arabic, text, at)
  return found ? { value: Number(found[0].replaceAll(',', '')), end: at + found[0].length } : null
}

const readArabic = (text: string, at: number): ReadNumber | null => {
  if (!isDigit(text.charCodeAt(at))) return null
  const read = plainDigits(text, at) ?? withSigns(text, at)
  if (!read) return null
  const { value, end } = read
  const first = multiplier[text.charCodeAt(end)] ?? 0
  if (first === 0) return { value, end, written: 'arabic' }
  const second = multiplier[text.charCodeAt(end + 1)] ?? 0
  if (second === 0) return { value: value * first, end: end + 1, written: 'arabic' }
  return { value: value * (first * second), end: end + 2, written: 'arabic' }
}

const masks = characters('xX×*_')

const readMasked = (text: string, at: number): ReadNumber | null => {
  if (masks[text.charCodeAt(at)] !== 1 && masks[text.charCodeAt(at + 1)] !== 1) return null
  const found = matchAt(masked, text, at)
  return found ? { value: null, end: at + found[0].length, written: 'masked' } : null
}

const readHan = (text: string, at: number): ReadNumber | null => {
  let end = at
  while (end < text.length && end - at < longest && hanNumerals[text.charCodeAt(end)] === 1) end++
  if (end === at) return null
  const value = hanValue(text.slice(at, end))
  return value === null ? null : { value, end, written: 'han' }
}

/** Reads the number that starts at `at`: `98`, `1,200`, `1.5万`, `三十六`, `陆拾万`, `xx` before a unit. */
export const readNumber = (text: string, at: number): ReadNumber | null =>
  readMasked(text, at) ?? readArabic(text, at) ?? readHan(text, at)
