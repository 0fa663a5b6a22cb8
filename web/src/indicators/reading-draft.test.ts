import { describe, expect, test } from 'vitest'
import { checkDraft } from './reading-draft.ts'

describe('a reading that is typed', () => {
  test('a share is worked out from its sample', () => {
    expect(checkDraft({ how: 'sample', numerator: 59, denominator: 60, value: null })).toEqual({
      ok: true,
      value: 98.33,
      numerator: 59,
      denominator: 60,
    })
  })

  test('more cannot conform than were looked at', () => {
    expect(checkDraft({ how: 'sample', numerator: 61, denominator: 60, value: null })).toEqual({
      ok: false,
      why: 'tooMany',
    })
  })

  test('a sample of nothing is none', () => {
    expect(checkDraft({ how: 'sample', numerator: 0, denominator: 0, value: 5 })).toEqual({
      ok: false,
      why: 'needBoth',
    })
  })

  test('a plain value carries no sample', () => {
    expect(checkDraft({ how: 'plain', numerator: 3, denominator: 4, value: 12 })).toEqual({
      ok: true,
      value: 12,
      numerator: null,
      denominator: null,
    })
  })
})
