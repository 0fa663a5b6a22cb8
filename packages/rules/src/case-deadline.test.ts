import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseDeadline, trafficLight } from './case-deadline.ts'
import { escalatesSince, escalationsUntil, levelOf, nextLevel } from './case-escalation.ts'
import { localTime, millisecondsOf } from './local-time.ts'
import { isWorkingDay, nationalCalendar } from './working-calendar.ts'

const at = (text: string): string => `${text}:00+08:00`

describe('the deadline of a case', () => {
  test.each([
    ['2026-05-20T10:00', 24, 'hours', '2026-05-21T10:00'],
    ['2026-05-20T10:00', 2, 'working-hours', '2026-05-20T12:00'],
    ['2026-05-20T10:00', 4, 'working-hours', '2026-05-20T16:00'],
    ['2026-05-20T10:00', 7, 'working-hours', '2026-05-21T10:00'],
    ['2026-05-20T12:30', 1, 'working-hours', '2026-05-20T15:00'],
    ['2026-05-20T22:00', 1, 'working-hours', '2026-05-21T09:30'],
    // Friday afternoon, then a weekend; and over the holiday of 1–5 May.
    ['2026-05-22T17:00', 1, 'working-hours', '2026-05-25T09:00'],
    ['2026-04-30T17:00', 1, 'working-hours', '2026-05-06T09:00'],
    ['2026-05-20T10:00', 3, 'working-days', '2026-05-25T17:30'],
    ['2026-04-30T10:00', 1, 'working-days', '2026-05-06T17:30'],
  ] as const)('from %s, %d %s on, is %s', (start, amount, unit, due) => {
    expect(caseDeadline(at(start), { amount, unit }, nationalCalendar)).toBe(at(due))
  })

  test('in days lasts until the last of them is over', () => {
    expect(caseDeadline(at('2026-05-20T10:00'), { amount: 7, unit: 'days' }, nationalCalendar)).toBe(
      '2026-05-27T23:59:59+08:00',
    )
  })

  test('in working hours falls into them, and never earlier for more', () => {
    const start = fc.integer({ min: 0, max: 500_000 }).map(minutes => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 80 }), (assigned, amount) => {
        const due = caseDeadline(assigned, { amount, unit: 'working-hours' }, nationalCalendar)
        const { date, time } = localTime(due)
        expect(isWorkingDay(nationalCalendar, date)).toBe(true)
        expect((time > '08:30' && time <= '12:00:00') || (time > '14:00' && time <= '17:30:00')).toBe(true)
        const later = caseDeadline(assigned, { amount: amount + 1, unit: 'working-hours' }, nationalCalendar)
        expect(millisecondsOf(later)).toBeGreaterThan(millisecondsOf(due))
      }),
    )
  })
})

test('a case is yellow in the last quarter of its time and red after it', () => {
  const span = { assignedAt: at('2026-05-20T00:00'), dueAt: at('2026-05-24T00:00'), submittedAt: null }
  const lights = ['2026-05-22T23:59', '2026-05-23T00:00', '2026-05-24T00:00', '2026-05-24T00:01'].map(now =>
    trafficLight(span, at(now)),
  )
  expect(lights).toEqual(['green', 'yellow', 'yellow', 'red'])
  expect(trafficLight({ ...span, submittedAt: at('2026-05-23T12:00') }, at('2026-06-01T00:00'))).toBe('green')
  expect(trafficLight({ ...span, submittedAt: at('2026-05-25T12:00') }, at('2026-06-01T00:00'))).toBe('red')
})

describe('escalation', () => {
  const since = { level: 'grid' as const, since: at('2026-05-01T09:00') }

  test('rises one level for each week that nothing was settled', () => {
    expect(escalationsUntil(since, at('2026-05-08T08:59'))).toEqual([])
    expect(escalationsUntil(since, at('2026-05-15T09:00'))).toEqual([
      { to: 'community', at: '2026-05-08T09:00:00+08:00' },
      { to: 'street', at: '2026-05-15T09:00:00+08:00' },
    ])
  })

  test('ends at the county and may be quicker for a category', () => {
    expect(escalationsUntil(since, at('2027-01-01T00:00')).map(({ to }) => to)).toEqual([
      'community',
      'street',
      'county',
    ])
    expect(escalationsUntil({ ...since, level: 'county' }, at('2027-01-01T00:00'))).toEqual([])
    expect(escalationsUntil(since, at('2026-05-03T09:00'), 1)).toHaveLength(2)
  })
})

describe('the levels of a case', () => {
  test('begin where its unit stands', () => {
    expect((['grid', 'estate', 'company', 'village', 'department', 'town', 'county'] as const).map(levelOf)).toEqual([
      ...['grid', 'community', 'community', 'community', 'street', 'street', 'county'],
    ])
    expect([nextLevel('grid'), nextLevel('street'), nextLevel('county')]).toEqual(['community', 'county', 'county'])
  })

  test('are not called while the deadline is still to come', () => {
    const levelSince = at('2026-05-01T09:00')
    expect(escalatesSince({ levelSince, dueAt: at('2026-05-03T09:00') })).toBe('2026-05-01T09:00:00+08:00')
    const since = escalatesSince({ levelSince, dueAt: at('2026-05-20T17:30') })
    expect(escalationsUntil({ level: 'community', since }, at('2026-05-20T17:29'))).toEqual([])
    expect(escalationsUntil({ level: 'community', since }, at('2026-05-20T17:30')).map(({ to }) => to)).toEqual([
      'street',
    ])
  })
})
