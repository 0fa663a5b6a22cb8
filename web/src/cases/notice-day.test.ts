import { expect, test } from 'vitest'
import { lastDayOf, usualDayOf } from './notice-day.ts'

const now = '2026-03-02T09:00:00+08:00'
const due = (...days: string[]) => days.map(day => ({ dueAt: `${day}T17:30:00+08:00` }))

test('a notice names no later day than the first of its cases is due', () => {
  const cases = due('2026-03-05', '2026-03-20')
  expect([lastDayOf(cases, now), usualDayOf(cases, now)]).toEqual(['2026-03-05', '2026-03-05'])
  expect(usualDayOf(due('2026-03-20'), now)).toBe('2026-03-09')
})

test('what is late already does not hinder it', () => {
  const cases = due('2026-02-20')
  expect([lastDayOf(cases, now), usualDayOf(cases, now)]).toEqual([null, '2026-03-09'])
})
