import { expect, test } from 'vitest'
import { dropDraft, keepDraft, readDraft } from './draft.ts'

const memory = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}
const draft = { text: '一、目标', year: 2026, savedAt: '2026-05-14T09:00:00+08:00' }

test('a draft is there after the page was closed, and gone once it is handed in', () => {
  const store = memory()
  expect(keepDraft(store, 'lin', draft)).toBe(true)
  expect(readDraft(store, 'lin')).toEqual(draft)
  dropDraft(store, 'lin')
  expect(readDraft(store, 'lin')).toBeNull()
})

test('who signs in on the same device finds a draft of their own', () => {
  const store = memory()
  keepDraft(store, 'lin', draft)
  expect(readDraft(store, 'guo')).toBeNull()
  dropDraft(store, 'guo')
  expect(readDraft(store, 'lin')).toEqual(draft)
})

test('a text that was emptied does not come back', () => {
  const store = memory()
  keepDraft(store, 'lin', draft)
  keepDraft(store, 'lin', { ...draft, text: '' })
  expect(readDraft(store, 'lin')).toBeNull()
})

test('a device without room is noticed', () => {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  expect(keepDraft({ setItem: full, removeItem: () => undefined }, 'lin', draft)).toBe(false)
})

test('what is damaged or of another shape is no draft', () => {
  expect(readDraft({ getItem: () => '{"text":' }, 'lin')).toBeNull()
  expect(readDraft({ getItem: () => '{"text":7}' }, 'lin')).toBeNull()
})
