import { expect, test } from 'vitest'
import { emptyDraft, missingIn, quotasOf } from './draft.ts'

const sizes = { 甲: 60, 乙: 30, 丙: 10 }
const draft = emptyDraft('unit', '2026-05-11')
const sum = (quotas: Readonly<Record<string, number>>) => Object.values(quotas).reduce((all, one) => all + one, 0)

test('a sample is shared out by size until somebody moves a number', () => {
  expect(quotasOf({ ...draft, total: 20 }, sizes)).toEqual({ 甲: 12, 乙: 6, 丙: 2 })
  expect(quotasOf({ ...draft, total: 20, quotas: { 甲: 3, 丙: 99 } }, sizes)).toEqual({ 甲: 3, 乙: 0, 丙: 10 })
})

test('what is usual keeps fifteen points either way, and a patrol goes everywhere', () => {
  expect(sum(quotasOf(draft, sizes))).toBe(31)
  expect(quotasOf({ ...draft, kind: 'patrol' }, sizes)).toEqual(sizes)
})

test('a draft says the first thing it lacks', () => {
  const named = { ...draft, title: '小区抽查' }
  expect(missingIn(draft, {})).toBe('title')
  expect(missingIn(named, {})).toBe('types')
  const typed = { ...named, pointTypes: ['居民小区'] }
  expect(missingIn(typed, { 甲: 0 })).toBe('quotas')
  expect(missingIn(typed, { 甲: 1 })).toBe('people')
  const manned = { ...typed, inspectorIds: ['p'] }
  expect(missingIn(manned, { 甲: 1 })).toBeNull()
  expect(missingIn({ ...manned, ties: [{ personId: 'p', unitId: '', reason: '' }] }, { 甲: 1 })).toBe('ties')
  expect(missingIn({ ...manned, ties: [{ personId: 'q', unitId: 'u', reason: '亲属' }] }, { 甲: 1 })).toBe('ties')
})
