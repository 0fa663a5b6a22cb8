import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import type { DiagnosticCode } from './codes.ts'
import { soundPlans } from './samples.testing.ts'

/** A way of breaking a sound plan: every place where it can be done, broken there. */
type Fault = { readonly code: DiagnosticCode; readonly breaks: (text: string) => readonly string[] }

const replacing =
  (pattern: RegExp, put: (match: RegExpExecArray) => string) =>
  (text: string): readonly string[] =>
    Array.from(text.matchAll(pattern), m => text.slice(0, m.index) + put(m) + text.slice(m.index + m[0].length))

const linesChanged =
  (shape: RegExp, before: RegExp, after: RegExp, put: (line: string) => readonly string[]) =>
  (text: string): readonly string[] => {
    const lines = text.split('\n')
    return lines.flatMap((line, i) => {
      const here = shape.test(line) && before.test(lines[i - 1] ?? '') && after.test(lines[i + 1] ?? '')
      return here ? [[...lines.slice(0, i), ...put(line), ...lines.slice(i + 1)].join('\n')] : []
    })
  }

const faults: readonly Fault[] = [
  { code: 'numbering-gap', breaks: linesChanged(/^\(二\)|^（二）/, /^[(（]一/, /^[(（]三/, () => []) },
  { code: 'numbering-gap', breaks: linesChanged(/^3[、.]/, /^2[、.]/, /^4[、.]/, () => []) },
  { code: 'numbering-repeat', breaks: linesChanged(/^\(三\)/, /^\(二\)/, /./, line => [line.replace('三', '二')]) },
  { code: 'sum-mismatch', breaks: replacing(/(?<=其中[^\d。]{2,10})\d+(?=万元)/g, m => String(Number(m[0]) + 1)) },
  { code: 'impossible-date', breaks: replacing(/6月30日/g, () => '6月31日') },
  { code: 'date-garbled', breaks: replacing(/月底前/g, () => '底前') },
  { code: 'placeholder-left', breaks: replacing(/(?<=组长[:由])[\u4e00-\u9fff]{2,6}/g, () => 'XXX') },
  { code: 'text-damaged', breaks: text => replacing(/、/g, () => '?')(text).slice(0, 5) },
  { code: 'capital-amount-mismatch', breaks: replacing(/大写:陆拾/g, () => '大写:柒拾') },
  {
    code: 'conflicting-targets',
    breaks: text =>
      Array.from(
        text.matchAll(/居民对[^,。;\n\d]{2,12}(?:知晓率|满意率)达到(?=\d)/g),
        m => `${text}\n验收时,${m[0]}55%。\n`,
      ),
  },
]

const codesOf = (text: string): readonly string[] =>
  compile(text, { name: 'plan.md' }).plans.flatMap(plan => plan.diagnostics.map(({ code }) => code))

describe.each(faults)('$code', ({ code, breaks }) => {
  const broken = soundPlans().flatMap(({ name, text }) => breaks(text).map(plan => ({ name, plan })))

  it('is found wherever a sound plan is broken in this way', () => {
    expect(broken.length).toBeGreaterThan(0)
    expect(broken.filter(({ plan }) => !codesOf(plan).includes(code)).map(({ name }) => name)).toEqual([])
  })
})
