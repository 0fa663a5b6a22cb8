import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DateRange } from './date-range.ts'
import { localDate, localTime } from './local-time.ts'
import type { Occurrence } from './occurrence.ts'
import { periodsIn } from './period.ts'
import { addDays } from './plain-date.ts'
import { type DutyLife, type Every, occurrencesOf, type Recurrence } from './recurrence.ts'
import { nationalCalendar, workingCalendar } from './working-calendar.ts'

const year2026: DutyLife = { start: '2026-01-01', end: '2026-12-31' }

const dueIn = (every: Partial<Every>, start: string, end: string, life: DutyLife = year2026) =>
  occurrencesOf(
    { every: { per: 'week', times: null, at: null, ...every }, life, calendar: nationalCalendar },
    { start, end },
  ).map(({ key, dueAt }) => `${key} ${dueAt.slice(5, 16)}`)

describe('daily work', () => {
  test('falls on every day, weekend and holiday too', () => {
    expect(dueIn({ per: 'day' }, '2026-05-01', '2026-05-03')).toEqual([
      '2026-05-01 05-01T23:59',
      '2026-05-02 05-02T23:59',
      '2026-05-03 05-03T23:59',
    ])
  })

  test('falls on working days where the words say so, make-up days among them', () => {
    // 1–5 May 2026 are 劳动节; Saturday the 9th makes up for one of them.
    expect(dueIn({ per: 'day', at: '每个工作日 17:30' }, '2026-05-01', '2026-05-11')).toEqual([
      '2026-05-06 05-06T17:30',
      '2026-05-07 05-07T17:30',
      '2026-05-08 05-08T17:30',
      '2026-05-09 05-09T17:30',
      '2026-05-11 05-11T17:30',
    ])
  })

  test('twice a day is due by noon and by the end of the day', () => {
    expect(dueIn({ per: 'day', times: 2 }, '2026-05-06', '2026-05-06')).toEqual([
      '2026-05-06#1 05-06T12:00',
      '2026-05-06#2 05-06T23:59',
    ])
  })

  test('is due at each time that is named', () => {
    expect(dueIn({ per: 'day', at: '每日7:00和18:00' }, '2026-05-06', '2026-05-06')).toEqual([
      '2026-05-06#1 05-06T07:00',
      '2026-05-06#2 05-06T18:00',
    ])
  })
})

describe('weekly work', () => {
  test('is due on the named day at the named hour', () => {
    expect(dueIn({ at: '周五 12:00前' }, '2026-05-18', '2026-05-31')).toEqual([
      '2026-W21 05-22T12:00',
      '2026-W22 05-29T12:00',
    ])
  })

  test('without a day is due on the last working day of its week', () => {
    // The week of 4 May works on the 6th to the 9th.
    expect(dueIn({}, '2026-05-04', '2026-05-17')).toEqual(['2026-W19 05-09T23:59', '2026-W20 05-15T23:59'])
  })

  test('a limit on a holiday moves to the working day before it', () => {
    // Friday 1 May is a holiday.
    expect(dueIn({ at: '周五前' }, '2026-04-27', '2026-05-03')).toEqual(['2026-W18 04-30T23:59'])
  })

  test('a plain day on a holiday moves to the working day after it', () => {
    expect(dueIn({ at: '每周一' }, '2026-05-04', '2026-05-10')).toEqual(['2026-W19 05-06T23:59'])
  })

  test('a weekend that is named is meant', () => {
    expect(dueIn({ at: '每周六上午' }, '2026-05-18', '2026-05-24')).toEqual(['2026-W21 05-23T12:00'])
  })

  test('several named days are several occurrences', () => {
    expect(dueIn({ at: '每周一、周四' }, '2026-05-18', '2026-05-24')).toEqual([
      '2026-W21#1 05-18T23:59',
      '2026-W21#2 05-21T23:59',
    ])
  })

  test('twice a week is spread over the working days', () => {
    expect(dueIn({ times: 2 }, '2026-05-18', '2026-05-24')).toEqual([
      '2026-W21#1 05-19T23:59',
      '2026-W21#2 05-22T23:59',
    ])
  })
})

describe('longer rhythms', () => {
  test.each<[string, Partial<Every>, string[]]>([
    ['a monthly limit on a Saturday', { per: 'month', at: '25日前' }, ['2026-04 04-24T23:59']],
    ['the end of the month', { per: 'month', at: '月底' }, ['2026-04 04-30T23:59']],
    ['a plain day of the month on a Sunday holiday', { per: 'month', at: '5日' }, ['2026-04 04-07T23:59']],
    ['the first ten days', { per: 'month', at: '上旬' }, ['2026-04 04-10T23:59']],
    ['noon without a day', { per: 'month', at: '中午12:00前' }, ['2026-04 04-30T12:00']],
    ['ten days before the end of the quarter', { per: 'quarter', at: '每季度末前10天' }, ['2026-Q2 06-18T23:59']],
    ['the first ten days of the next quarter', { per: 'quarter', at: '下一季度前10天内' }, ['2026-Q2 04-10T23:59']],
    ['a day of the last month', { per: 'quarter', at: '末月25日前' }, ['2026-Q2 06-25T23:59']],
    ['a term', { per: 'term', at: null }, []],
    ['twice a month', { per: 'month', times: 2 }, ['2026-04#1 04-15T23:59']],
    ['continuous work attested', { per: 'continuous' }, ['2026-04 04-30T23:59']],
  ])('%s', (_, every, expected) => {
    expect(dueIn(every, '2026-04-01', '2026-04-10')).toEqual(expected)
  })

  test('a yearly duty with two named months is owed in both', () => {
    expect(dueIn({ per: 'year', at: '6月、12月底前' }, '2026-01-01', '2026-12-31')).toEqual([
      '2026#1 06-30T23:59',
      '2026#2 12-31T23:59',
    ])
  })

  test('each holiday asks once, over its days', () => {
    expect(dueIn({ per: 'season', at: '每逢节假日' }, '2026-04-20', '2026-06-30')).toEqual([
      'holiday-2026-05-01 05-05T23:59',
      'holiday-2026-06-19 06-21T23:59',
    ])
  })

  test('work before a holiday is due on the last working day before it', () => {
    expect(dueIn({ per: 'season', at: '节前' }, '2026-04-20', '2026-05-10')).toEqual(['holiday-2026-05-01 04-30T23:59'])
  })
})

describe('a life that cuts periods short', () => {
  const life = (start: string, end: string | null): DutyLife => ({ start, end })

  test('less than half of a first or last period asks for nothing', () => {
    expect(dueIn({ per: 'month' }, '2026-01-01', '2026-12-31', life('2026-04-20', '2026-06-10'))).toEqual([
      '2026-05 05-29T23:59',
    ])
  })

  test('a last period more than half long is due by the end of the life', () => {
    expect(dueIn({ per: 'month' }, '2026-01-01', '2026-12-31', life('2026-05-01', '2026-06-20'))).toEqual([
      '2026-05 05-29T23:59',
      '2026-06 06-18T23:59',
    ])
  })

  test('a life shorter than half a period asks once', () => {
    expect(dueIn({ per: 'quarter' }, '2026-01-01', '2026-12-31', life('2026-03-20', '2026-04-15'))).toEqual([
      '2026-Q2 04-15T23:59',
    ])
  })

  test('a named day that the life does not reach is not asked', () => {
    expect(dueIn({ per: 'month', at: '25日前' }, '2026-01-01', '2026-12-31', life('2026-05-28', '2026-07-10'))).toEqual(
      ['2026-06 06-25T23:59'],
    )
  })

  test('a life with an open end goes on', () => {
    expect(dueIn({ per: 'month' }, '2031-01-01', '2031-02-28', life('2026-05-01', null))).toEqual([
      '2031-01 01-31T23:59',
      '2031-02 02-28T23:59',
    ])
  })
})

describe('whatever the duty', () => {
  const date = fc.integer({ min: 0, max: 900 }).map(days => addDays('2024-11-01', days))
  const every: fc.Arbitrary<Every> = fc.record({
    per: fc.constantFrom('day', 'week', 'month', 'quarter', 'half-year', 'season', 'term', 'year', 'continuous'),
    times: fc.option(fc.integer({ min: -1, max: 12 })),
    at: fc.option(
      fc.oneof(
        fc.constantFrom(
          '周五 12:00前',
          '每周一、周三',
          '25日前',
          '月底',
          '每季度末前10天',
          '上旬',
          '下午3点半',
          '6月、12月',
        ),
        fc.constantFrom(
          '工作日',
          '节前',
          '每逢节假日',
          '周末',
          '第二个周三',
          '开学初',
          '末月31日',
          '周一至周五',
          '次月5日前',
        ),
        fc.string(),
      ),
    ),
  })
  const life = fc
    .tuple(date, fc.option(fc.integer({ min: 0, max: 500 })))
    .map(([start, days]): DutyLife => ({ start, end: days === null ? null : addDays(start, days) }))
  const overrides = fc.array(
    fc.record({ date, kind: fc.constantFrom('work' as const, 'rest' as const), name: fc.constant('调整') }),
    { maxLength: 5 },
  )
  const duty = fc.record({ every, life, calendar: overrides.map(workingCalendar) })
  const window = { start: '2024-11-01', end: '2027-06-30' }

  const liesWithin = ({ periodStart, opensOn, dueAt, periodEnd }: Occurrence, { start, end }: DutyLife): boolean => {
    const due = localDate(dueAt)
    const isOrdered = start <= periodStart && periodStart <= opensOn && opensOn <= due && due <= periodEnd
    return isOrdered && (end === null || periodEnd <= end)
  }

  const written = (recurrence: Recurrence, range: DateRange): readonly string[] =>
    occurrencesOf(recurrence, range).map(occurrence => Object.values(occurrence).join(' '))

  test('keys are unique, and nothing leaves its period or its life', () => {
    fc.assert(
      fc.property(duty, recurrence => {
        const all = occurrencesOf(recurrence, window)
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
        expect(all.filter(occurrence => !liesWithin(occurrence, recurrence.life))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('generated in two pieces it is the same', () => {
    fc.assert(
      fc.property(duty, date, (recurrence, cut) => {
        const before = written(recurrence, { start: window.start, end: cut })
        const after = written(recurrence, { start: addDays(cut, 1), end: window.end })
        expect([...before, ...after].join('\n')).toBe(written(recurrence, window).join('\n'))
      }),
      { numRuns: 150 },
    )
  })

  test('each whole period asks as often as it says, at an hour that exists', () => {
    const kinds = fc.constantFrom('day', 'week', 'month', 'quarter', 'half-year', 'season', 'term', 'year')
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }), (per, times, count) => {
        const periods = periodsIn(per, { start: '2026-03-01', end: '2031-01-31' }).slice(1, count + 1)
        for (const period of periods) {
          const life = { start: period.start, end: period.end }
          const asked = occurrencesOf({ every: { per, times, at: null }, life, calendar: nationalCalendar }, life)
          expect(asked).toHaveLength(times)
          for (const { dueAt } of asked) expect(localTime(dueAt).time).toMatch(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)
        }
      }),
    )
  })
})
