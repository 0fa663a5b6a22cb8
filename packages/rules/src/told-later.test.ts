import { expect, test } from 'vitest'
import { isToldLater } from './told-later.ts'

test('what is told within ten minutes needs one moment, and what is told after it needs both', () => {
  expect(isToldLater('2026-03-06T15:00:00+08:00', '2026-03-06T15:10:00+08:00')).toBe(false)
  expect(isToldLater('2026-03-06T15:00:00+08:00', '2026-03-06T15:10:01+08:00')).toBe(true)
})
