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
  expect(keepDraft(store, draft)).toBe(true)
  expect(readDraft(store)).toEqual(draft)
  dropDraft(store)
  expect(readDraft(store)).toBeNull()
})

test('a device without room is noticed', () => {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  expect(keepDraft({ setItem: full }, draft)).toBe(false)
})

test('what is damaged or of another shape is no draft', () => {
  expect(readDraft({ getItem: () => '{"text":' })).toBeNull()
  expect(readDraft({ getItem: () => '{"text":7}' })).toBeNull()
})
