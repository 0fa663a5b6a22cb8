import { inRange } from './date-range.ts'
import type { DayRule, DueMoment } from './due-moment.ts'
import type { Period } from './period.ts'
import {
  addDays,
  addMonths,
  earlier,
  lastDayOfMonth,
  later,
  type PlainDate,
  partsOf,
  plainDate,
  weekdayOf,
} from './plain-date.ts'
import { nextWorkingDay, previousWorkingDay, type WorkingCalendar } from './working-calendar.ts'

/** The days of a period that the words name, moved off days of rest, in order and each once. Empty when they name none in it. */
export const namedDays = (moment: DueMoment, period: Period, calendar: WorkingCalendar): readonly PlainDate[] => {
  const days = moment.days.flatMap(rule => {
    const date = dateOf(rule, period)
    return date !== null && inRange(date, period) ? [offRest(rule, moment.isLimit, date, period, calendar)] : []
  })
  return [...new Set(days)].sort()
}

const dateOf = (rule: DayRule, period: Period): PlainDate | null => {
  switch (rule.kind) {
    case 'weekday':
      return weekdayIn(rule.weekday, rule.nth, period)
    case 'month-day': {
      const { year, month } = monthOf(rule.month, period)
      return plainDate(year, month, Math.min(rule.day, lastDayOfMonth(year, month)))
    }
    case 'month-end': {
      const { year, month } = monthOf(rule.month, period)
      return plainDate(year, month, lastDayOfMonth(year, month))
    }
    case 'from-start': {
      return earlier(addDays(period.start, rule.day - 1), period.end)
    }
    case 'before-end': {
      return later(addDays(period.end, -rule.days), period.start)
    }
  }
}

/** The nth such weekday of the period; the last where no number is said. */
const weekdayIn = (weekday: number, nth: number | null, { start, end }: Period): PlainDate => {
  const first = addDays(start, (weekday - weekdayOf(start) + 7) % 7)
  const last = addDays(end, -((weekdayOf(end) - weekday + 7) % 7))
  const counted = addDays(first, ((nth ?? 1) - 1) * 7)
  return nth === null || counted > end ? last : counted
}

/** A month by name lies in the year the period starts or ends in; a day with no month is one of the period's last. */
const monthOf = (
  rule: Extract<DayRule, { kind: 'month-day' }>['month'],
  { start, end }: Period,
): { readonly year: number; readonly month: number } => {
  if (rule === null || (rule.of === 'period' && rule.number === 0)) return partsOf(end)
  if (rule.of === 'period') return partsOf(addMonths(start, rule.number - 1))
  const first = partsOf(start)
  return { year: rule.number >= first.month ? first.year : first.year + 1, month: rule.number }
}

/**
 * A limit is kept before the rest, as whoever must hand in at the office would do; a plain day is kept after it. A weekend
 * named as such (每周六) is meant.
 */
const offRest = (
  rule: DayRule,
  isLimit: boolean,
  date: PlainDate,
  period: Period,
  calendar: WorkingCalendar,
): PlainDate => {
  if (rule.kind === 'weekday' && rule.weekday > 5) return date
  const [before, after] = [previousWorkingDay(calendar, date), nextWorkingDay(calendar, date)]
  const limit = isLimit || (rule.kind !== 'month-day' && rule.kind !== 'weekday')
  const wished = limit ? [before, after] : [after, before]
  return wished.find(day => inRange(day, period)) ?? date
}
