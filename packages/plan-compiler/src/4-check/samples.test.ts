import { describe, expect, it } from 'vitest'
import { compile } from '../compile.ts'
import type { Diagnostic } from '../plan.ts'
import { diagnosticCodes } from './codes.ts'
import { samples, soundPlans } from './samples.testing.ts'

const diagnosticsOf = (text: string, language: 'zh' | 'en' = 'zh'): readonly Diagnostic[] =>
  compile(text, { name: 'sample.md', language }).plans.flatMap(plan => plan.diagnostics)

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

const afterRemedies = (text: string): string => {
  const { text: cleaned, plans } = compile(text, { name: 'sample.md' })
  const remedies = plans.flatMap(plan => plan.diagnostics.flatMap(({ remedy }) => (remedy ? [remedy] : [])))
  return remedies.reduceRight(
    (now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end),
    cleaned,
  )
}

describe.each(samples().filter(({ wrong }) => diagnosticsOf(wrong).some(({ remedy }) => remedy)))(
  'the remedy for $code',
  ({ wrong }) => {
    it('leaves nothing to report', () => {
      expect(told(diagnosticsOf(afterRemedies(wrong)))).toEqual([])
    })
  },
)
