import { expect, test } from 'vitest'
import { lastValidDay, ledgerState } from './ledger-state.ts'

const paper = (addedAt: string, validUntil: string | null = null) => ({ addedAt, validUntil })

test('a paper without a limit holds for good', () => {
  expect(ledgerState([paper('2019-01-01T00:00:00Z')], null, '2026-03-04')).toBe('exists')
})

test('nothing on file is missing, and last year’s roster is out of date', () => {
  expect(ledgerState([], 12, '2026-03-04')).toBe('missing')
  expect(ledgerState([paper('2025-03-03T02:00:00Z')], 12, '2026-03-04')).toBe('out-of-date')
})

test('a paper holds through its last day', () => {
  const roster = paper('2025-03-04T02:00:00Z')
  expect(lastValidDay(roster, 12)).toBe('2026-03-04')
  expect(ledgerState([roster], 12, '2026-03-04')).toBe('exists')
  expect(ledgerState([roster], 12, '2026-03-05')).toBe('out-of-date')
})

test('what its bringer said of it counts where that is earlier, and never lengthens what is asked', () => {
  expect(lastValidDay(paper('2026-01-10T02:00:00Z', '2026-02-01'), 12)).toBe('2026-02-01')
  expect(lastValidDay(paper('2026-01-10T02:00:00Z', '2030-01-01'), 12)).toBe('2027-01-10')
  expect(lastValidDay(paper('2026-01-10T02:00:00Z', '2026-02-01'), null)).toBe('2026-02-01')
})

test('one paper that holds is enough', () => {
  expect(ledgerState([paper('2019-01-01T00:00:00Z'), paper('2026-03-01T00:00:00Z')], 3, '2026-03-04')).toBe('exists')
})

test('the day is the one in Shanghai', () => {
  expect(lastValidDay(paper('2026-01-31T17:00:00Z'), 1)).toBe('2026-03-01')
})
