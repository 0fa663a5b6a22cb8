import { addDays } from '@luoshi/rules/plain-date'
import { expect, test } from 'vitest'
import { HORIZON_DAYS, nextPiece, PIECE_DAYS } from './horizon.ts'

const today = '2026-05-14'
const endless = { starts_on: '2026-01-01', ends_on: null }
const end = addDays(today, HORIZON_DAYS)

test('an endless duty is carried on when a week is missing, not every night', () => {
  expect(nextPiece({ ...endless, laid_until: addDays(end, -5) }, today)).toBeNull()
  const weekMissing = { ...endless, laid_until: addDays(end, -6) }
  expect(nextPiece(weekMissing, today)).toEqual({ start: addDays(end, -6), end })
})

test('what is left of a duty that ends is laid, be it a day', () => {
  const ending = { starts_on: '2026-01-01', ends_on: '2026-06-30' }
  expect(nextPiece({ ...ending, laid_until: '2026-06-30' }, today)).toEqual({ start: '2026-06-30', end: '2026-06-30' })
  expect(nextPiece({ ...ending, laid_until: '2026-07-01' }, today)).toBeNull()
})

test('a new duty is laid piece by piece', () => {
  const first = nextPiece({ ...endless, laid_until: null }, today)
  expect(first).toEqual({ start: '2026-01-01', end: addDays('2026-01-01', PIECE_DAYS - 1) })
})
