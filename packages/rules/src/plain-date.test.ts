import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOf, inRange, lengthInDays, overlap } from './date-range.ts'
import { periodOf, periodsIn } from './period.ts'
import {
  addDays,
  addMonths,
  dayNumber,
  daysBetween,
  fromDayNumber,
  isPlainDate,
  lastDayOfMonth,
  weekdayOf,
} from './plain-date.ts'

const anyDate = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(fromDayNumber)

test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '2026-04-31', ''])(
  '%s is no date',
  text => {
    expect(isPlainDate(text)).toBe(false)
  },
)

test('29 February is a date in leap years', () => {
  expect([isPlainDate('2028-02-29'), isPlainDate('2100-02-29'), isPlainDate('2000-02-29')]).toEqual([true, false, true])
  expect(lastDayOfMonth(2026, 2)).toBe(28)
})

test('a month on from the 31st is the last of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-01-15', -2)).toBe('2025-11-15')
  expect(addMonths('2026-03-31', 12)).toBe('2027-03-31')
})

test('Monday is 1 and Sunday is 7', () => {
  expect([weekdayOf('2026-05-18'), weekdayOf('2026-05-24'), weekdayOf('1969-12-29')]).toEqual([1, 7, 1])
})

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days)
    }),
  )
})

test('ranges hold both their days', () => {
  const may = { start: '2026-05-01', end: '2026-05-31' }
  expect(lengthInDays(may)).toBe(31)
  expect(daysOf(may).at(-1)).toBe('2026-05-31')
  expect(inRange('2026-05-31', may)).toBe(true)
  expect(overlap(may, { start: '2026-05-31', end: '2026-06-02' })).toEqual({ start: '2026-05-31', end: '2026-05-31' })
  expect(overlap(may, { start: '2026-06-01', end: '2026-06-02' })).toBeNull()
})

describe('periods', () => {
  test.each([
    ['week', '2027-01-01', '2026-W53', '2026-12-28', '2027-01-03'],
    ['week', '2024-12-30', '2025-W01', '2024-12-30', '2025-01-05'],
    ['month', '2028-02-10', '2028-02', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-05-10', '2026-Q2', '2026-04-01', '2026-06-30'],
    ['half-year', '2026-07-01', '2026-H2', '2026-07-01', '2026-12-31'],
    ['season', '2027-01-15', '2026-winter', '2026-12-01', '2027-02-28'],
    ['season', '2026-03-01', '2026-spring', '2026-03-01', '2026-05-31'],
    ['term', '2027-01-15', '2026-term-autumn', '2026-09-01', '2027-01-31'],
    ['term', '2026-07-31', '2026-term-spring', '2026-02-01', '2026-07-31'],
    ['year', '2026-07-31', '2026', '2026-01-01', '2026-12-31'],
  ] as const)('the %s of %s is %s', (kind, date, key, start, end) => {
    expect(periodOf(kind, date)).toEqual({ key, start, end })
  })

  test('August belongs to no term', () => {
    expect(periodOf('term', '2026-08-15')).toBeNull()
    expect(periodsIn('term', { start: '2026-08-01', end: '2026-09-01' }).map(({ key }) => key)).toEqual([
      '2026-term-autumn',
    ])
  })

  test('every day lies in the period that it names, and the next begins where that ends', () => {
    const kinds = fc.constantFrom('day', 'week', 'month', 'quarter', 'half-year', 'season', 'year')
    fc.assert(
      fc.property(kinds, anyDate, (kind, date) => {
        const period = periodOf(kind, date)
        expect(period && inRange(date, period)).toBe(true)
        const next = period && periodOf(kind, addDays(period.end, 1))
        expect(next?.start).toBe(period && addDays(period.end, 1))
        expect(next?.key).not.toBe(period?.key)
      }),
    )
  })
})
