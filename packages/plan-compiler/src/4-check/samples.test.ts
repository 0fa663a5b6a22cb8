import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import type { Diagnostic } from '../plan.ts'
import { edited, editsOf, togetherEdits } from './apply-remedies.ts'
import { diagnosticCodes } from './codes.ts'
import { samples, soundPlans } from './samples.testing.ts'

const diagnosticsOf = (text: string, language: 'zh' | 'en' = 'zh'): readonly Diagnostic[] =>
  compile(text, { name: 'sample.md', language }).plans.flatMap(plan => plan.diagnostics)

/** A passage without the line that makes a plan of it. */
const withoutTitle = (text: string): string => text.slice(text.indexOf('\n') + 1).trim()

const told = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, message }) => `${code}: ${message.what}`)

it('every diagnostic has a sample, and every sample a diagnostic', () => {
  expect(samples().map(({ code }) => code)).toEqual([...diagnosticCodes].sort())
})

describe.each(samples())('$code', ({ code, wrong, corrected }) => {
  it('is what its sample provokes, and nothing else', () => {
    const codes = diagnosticsOf(wrong).map(diagnostic => diagnostic.code)
    expect([...new Set(codes)]).toEqual([code])
  })

  it('falls silent once the sample is corrected', () => {
    expect(told(diagnosticsOf(corrected))).toEqual([])
  })

  it('says what, why and what to do in both languages', () => {
    for (const language of ['zh', 'en'] as const)
      for (const { message } of diagnosticsOf(wrong, language)) {
        expect(Object.values(message).every(sentence => /[。.]$/.test(sentence))).toBe(true)
        expect(Object.values(message).join(' ')).not.toMatch(/undefined|NaN|\[object/)
      }
  })

  it('points into the text', () => {
    for (const { span, related } of diagnosticsOf(wrong))
      for (const { start, end } of [span, ...related.map(r => r.span)]) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(wrong.length)
      }
  })
})

describe.each(soundPlans())('a sound plan ($name)', ({ text }) => {
  it('is left in peace', () => {
    expect(told(diagnosticsOf(text).filter(({ severity }) => severity !== 'info'))).toEqual([])
  })
})

/** How often each code is told. */
const tally = (diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

/** Every wrong passage on its own, and behind each sound plan, where more stands around it. */
const broken = samples().flatMap(({ code, wrong, corrected }) => [
  { name: code, text: wrong, right: corrected },
  ...soundPlans().map(({ name, text }) => ({
    name: `${code} in ${name}`,
    text: `${text.trim()}\n${withoutTitle(wrong)}`,
    right: `${text.trim()}\n${withoutTitle(corrected)}`,
  })),
])

describe('a remedy', () => {
  const remedied = broken.flatMap(({ name, text, right }) => {
    const { text: cleaned, plans } = compile(text, { name })
    const before = plans.flatMap(plan => plan.diagnostics)
    return before.flatMap(diagnostic => {
      const edits = editsOf(diagnostic)
      return edits.length === 0 ? [] : [{ name, cleaned, right, before, diagnostic, edits }]
    })
  })

  it('is offered by every kind of diagnostic that has one right answer', () => {
    const codes = new Set(remedied.map(({ diagnostic }) => diagnostic.code))
    expect([...codes].sort()).toEqual([
      'capital-amount-mismatch',
      'date-garbled',
      'impossible-date',
      'numbering-gap',
      'numbering-repeat',
      'numbering-style',
      'weekday-mismatch',
    ])
  })

  it('removes what it is for, and gives rise to nothing new', () => {
    const wrong = remedied.flatMap(({ name, cleaned, right, before, diagnostic, edits }) => {
      const [was, is] = [tally(before), tally(diagnosticsOf(edited(cleaned, edits)))]
      const gone = (is.get(diagnostic.code) ?? 0) < (was.get(diagnostic.code) ?? 0)
      // What the damage hid, a person who corrects it by hand is told as well.
      const byHand = tally(diagnosticsOf(right))
      const more = [...is].filter(([code, count]) => count > Math.max(was.get(code) ?? 0, byHand.get(code) ?? 0))
      return gone && more.length === 0 ? [] : [{ name, code: diagnostic.code, gone, more }]
    })
    expect(wrong).toEqual([])
  })

  it('can be made with all the others at once', () => {
    for (const { name, text } of broken.filter(one => !one.name.includes(' '))) {
      const { text: cleaned, plans } = compile(text, { name })
      const diagnostics = plans.flatMap(plan => plan.diagnostics)
      const edits = togetherEdits(diagnostics)
      if (edits.length > 0) expect(told(diagnosticsOf(edited(cleaned, edits)))).toEqual([])
    }
  })
})
