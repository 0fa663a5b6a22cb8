import type { DateRange } from './date-range.ts'
import {
  addDays,
  addMonths,
  dayNumber,
  fromDayNumber,
  type PlainDate,
  partsOf,
  plainDate,
  weekdayOf,
} from './plain-date.ts'

/** The calendar's units of repetition. A season is 春夏秋冬 from March; a term 学期 is February–July or September–January. */
export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'season' | 'term' | 'year'

/** One of them. Its key is unique among its kind and never changes: `2026-W21`, `2026-05`, `2026-Q2`. */
export type Period = DateRange & { readonly key: string }

/** The period a day lies in. Null only in August, which belongs to no term. */
export const periodOf = (kind: PeriodKind, date: PlainDate): Period | null => makers[kind](date)

/** Every period of a kind that shares a day with the range, in order. */
export const periodsIn = (kind: PeriodKind, { start, end }: DateRange): readonly Period[] => {
  const periods: Period[] = []
  for (let date = start; date <= end; ) {
    const period = periodOf(kind, date)
    if (period) periods.push(period)
    date = addDays(period?.end ?? date, 1)
  }
  return periods
}

const day = (date: PlainDate): Period => ({ key: date, start: date, end: date })

const week = (date: PlainDate): Period => {
  const monday = dayNumber(date) - weekdayOf(date) + 1
  const { year } = partsOf(fromDayNumber(monday + 3))
  const number = Math.floor((monday + 3 - dayNumber(plainDate(year, 1, 1))) / 7) + 1
  return {
    key: `${year}-W${String(number).padStart(2, '0')}`,
    start: fromDayNumber(monday),
    end: fromDayNumber(monday + 6),
  }
}

/** Some months on end, the first of them given. */
const months = (key: string, year: number, month: number, count: number): Period => {
  const start = plainDate(year, month, 1)
  return { key, start, end: addDays(addMonths(start, count), -1) }
}

const monthPeriod = (date: PlainDate): Period => {
  const { year, month } = partsOf(date)
  return months(date.slice(0, 7), year, month, 1)
}

const quarter = (date: PlainDate): Period => {
  const { year, month } = partsOf(date)
  const number = Math.ceil(month / 3)
  return months(`${year}-Q${number}`, year, number * 3 - 2, 3)
}

const halfYear = (date: PlainDate): Period => {
  const { year, month } = partsOf(date)
  return month <= 6 ? months(`${year}-H1`, year, 1, 6) : months(`${year}-H2`, year, 7, 6)
}

/** Winter is named for the year it begins in. */
const season = (date: PlainDate): Period => {
  const { year, month } = partsOf(date)
  const begins = month <= 2 ? year - 1 : year
  if (month <= 2 || month === 12) return months(`${begins}-winter`, begins, 12, 3)
  const [name, first] = month <= 5 ? ['spring', 3] : month <= 8 ? ['summer', 6] : ['autumn', 9]
  return months(`${year}-${name}`, year, Number(first), 3)
}

/** The autumn term is named for the year it begins in. */
const term = (date: PlainDate): Period | null => {
  const { year, month } = partsOf(date)
  if (month === 8) return null
  if (month >= 2 && month <= 7) return months(`${year}-term-spring`, year, 2, 6)
  const begins = month === 1 ? year - 1 : year
  return months(`${begins}-term-autumn`, begins, 9, 5)
}

const yearPeriod = (date: PlainDate): Period => {
  const { year } = partsOf(date)
  return months(String(year), year, 1, 12)
}

const makers: Readonly<Record<PeriodKind, (date: PlainDate) => Period | null>> = {
  day,
  week,
  month: monthPeriod,
  quarter,
  'half-year': halfYear,
  season,
  term,
  year: yearPeriod,
}
