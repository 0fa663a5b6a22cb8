import { daysBetween, lastDayOfMonth, partsOf, weekdayOf } from '@luoshi/rules/plain-date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarMark, monthGrid, monthsOn } from './month-grid.ts'

const anyMonth = fc.nat(1200).map(months => monthsOn('1990-01', months))

describe('a month as a grid', () => {
  test('every day of the month is in it once, in unbroken weeks that begin on Monday', () => {
    fc.assert(
      fc.property(anyMonth, month => {
        const days = monthGrid(month).flat()
        const { year, month: number } = partsOf(`${month}-01`)
        expect(days.filter(({ inside }) => inside)).toHaveLength(lastDayOfMonth(year, number))
        for (const [index, { day }] of days.entries()) {
          expect(weekdayOf(day)).toBe((index % 7) + 1)
          expect(daysBetween(days[0]?.day ?? day, day)).toBe(index)
        }
      }),
    )
  })

  test('a February that fills four weeks takes four rows', () => {
    expect(monthGrid('2027-02')).toHaveLength(4)
  })

  test('months go on over the turn of the year', () => {
    expect([monthsOn('2026-12', 1), monthsOn('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
  })

  test('only days that differ from their weekday are marked', () => {
    expect(calendarMark('2026-10-01', false)).toBe('rest')
    expect(calendarMark('2026-10-03', false)).toBeNull()
    expect(calendarMark('2026-10-10', true)).toBe('work')
    expect(calendarMark('2026-10-09', true)).toBeNull()
  })
})
