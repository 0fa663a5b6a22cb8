import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlineInstant, localDate, localTime, millisecondsOf } from './local-time.ts'
import { addDays } from './plain-date.ts'
import {
  addWorkingDays,
  calendarDay,
  isWorkingDay,
  nationalCalendar,
  nextWorkingDay,
  previousWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from './working-calendar.ts'

describe('the national calendar', () => {
  test('rests on a holiday and works on the Saturday that makes up for it', () => {
    expect(calendarDay(nationalCalendar, '2026-05-05')).toEqual({
      date: '2026-05-05',
      works: false,
      name: '劳动节',
      known: true,
    })
    expect(calendarDay(nationalCalendar, '2026-05-09')).toMatchObject({ works: true, name: '劳动节' })
    expect(calendarDay(nationalCalendar, '2026-05-16')).toMatchObject({ works: false, name: null })
  })

  test('knows only the weekend of a year whose holidays are not announced, and says so', () => {
    expect(calendarDay(nationalCalendar, '2041-10-01')).toEqual({
      date: '2041-10-01',
      works: true,
      name: null,
      known: false,
    })
    expect(isWorkingDay(nationalCalendar, '2041-10-05')).toBe(false)
  })

  test('steps over a holiday in both directions', () => {
    expect(nextWorkingDay(nationalCalendar, '2026-05-01')).toBe('2026-05-06')
    expect(previousWorkingDay(nationalCalendar, '2026-05-05')).toBe('2026-04-30')
    expect(addWorkingDays(nationalCalendar, '2026-04-30', 3)).toBe('2026-05-08')
    expect(addWorkingDays(nationalCalendar, '2026-05-06', -1)).toBe('2026-04-30')
    expect(workingDaysBetween(nationalCalendar, '2026-04-30', '2026-05-11')).toBe(5)
    expect(workingDaysBetween(nationalCalendar, '2026-05-11', '2026-04-30')).toBe(-5)
  })
})

test("a tenant's own days come before the country's", () => {
  const own = workingCalendar([
    { date: '2026-05-05', kind: 'work', name: '防汛值守' },
    { date: '2026-05-12', kind: 'rest', name: '县庆' },
  ])
  expect(calendarDay(own, '2026-05-05')).toMatchObject({ works: true, name: '防汛值守' })
  expect(nextWorkingDay(own, '2026-05-12')).toBe('2026-05-13')
})

test('a calendar with no work in it ends a search', () => {
  const days = Array.from({ length: 900 }, (_, index) => addDays('2026-01-01', index))
  const idle = workingCalendar(days.map(date => ({ date, kind: 'rest', name: '停' })))
  expect(nextWorkingDay(idle, '2026-02-01')).toBe('2026-02-01')
})

test('adding working days and counting them are inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
      const date = addDays('2025-01-01', offset)
      expect(workingDaysBetween(nationalCalendar, date, addWorkingDays(nationalCalendar, date, count))).toBe(count)
    }),
  )
})

describe('the clock on the wall', () => {
  test('is eight hours ahead of UTC, across midnight', () => {
    expect(localTime('2026-05-14T16:30:00Z')).toEqual({ date: '2026-05-15', time: '00:30:00' })
    expect(localDate('2026-05-14T15:59:59.999Z')).toBe('2026-05-14')
    expect(localTime('2026-05-14T12:00:00+08:00')).toEqual({ date: '2026-05-14', time: '12:00:00' })
  })

  test('a limit without an hour lasts until its day is over', () => {
    expect(deadlineInstant('2026-05-25')).toBe('2026-05-25T23:59:59+08:00')
    expect(deadlineInstant('2026-05-25', '12:00')).toBe('2026-05-25T12:00:00+08:00')
  })

  test('a deadline shows on the wall as it was set', () => {
    expect(localTime(deadlineInstant('2026-12-31', '18:30'))).toEqual({ date: '2026-12-31', time: '18:30:00' })
  })

  test('what is no instant is a bug', () => {
    expect(() => millisecondsOf('soon')).toThrow(RangeError)
  })
})
