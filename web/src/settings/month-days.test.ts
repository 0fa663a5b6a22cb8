import { expect, test } from 'vitest'
import { weeksOf } from './month-days.ts'

test('a month that begins on a Friday leaves four places free before it', () => {
  const [first, ...rest] = weeksOf(2026, 5)
  expect(first).toEqual([null, null, null, null, '2026-05-01', '2026-05-02', '2026-05-03'])
  expect(rest.flat().filter(day => day !== null)).toHaveLength(28)
})

test('every week has seven places', () => {
  for (let month = 1; month <= 12; month += 1) {
    expect(weeksOf(2026, month).every(week => week.length === 7)).toBe(true)
  }
})
