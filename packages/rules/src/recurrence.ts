import { type DateRange, inRange, overlap } from './date-range.ts'
import { parseDueMoment } from './due-moment.ts'
import type { Occurrence } from './occurrence.ts'
import type { PeriodKind } from './period.ts'
import type { PlainDate } from './plain-date.ts'
import { dailyOccurrences } from './recurrence-daily.ts'
import { holidayOccurrences } from './recurrence-holidays.ts'
import { periodicOccurrences } from './recurrence-periodic.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** How often, how many times each, and when within it; the shape in which a plan gives it. */
export type Every = {
  readonly per: PeriodKind | 'continuous'
  readonly times: number | null
  readonly at: string | null
}

/** How long the duty lives. An open end lives on. */
export type DutyLife = { readonly start: PlainDate; readonly end: PlainDate | null }

export type Recurrence = { readonly every: Every; readonly life: DutyLife; readonly calendar: WorkingCalendar }

/**
 * What a duty asks for, of all that opens within the range, in order. Ranges laid end to end give the same as one range over all,
 * so a job may run as often and as far ahead as it likes.
 *
 * - Daily work falls on every day of the calendar, or on working days where the words say 工作日.
 * - Anything longer is due by the last working day of its period where the words name no day. A limit (25日前) that meets a
 *   day of rest moves to the working day before it, a plain day (每月5日) to the one after, if these are in the period.
 * - Several times in a period are spread evenly over its working days.
 * - Of a period that the life cuts short, a named day counts if the life reaches it; without one, at least half of
 *   the period must be left, except where the life reaches no period so far.
 * - Continuous work (24小时值班) is attested once a month: asking more often would add paper, not safety.
 */
export const occurrencesOf = ({ every, life, calendar }: Recurrence, range: DateRange): readonly Occurrence[] => {
  const asked = overlap({ start: life.start, end: life.end ?? range.end }, range)
  if (!asked) return []
  const moment = parseDueMoment(every.at)
  const rule = { moment, times: timesOf(every), life, calendar }
  const generated =
    moment.holidays !== null
      ? holidayOccurrences(rule, asked)
      : every.per === 'day'
        ? dailyOccurrences(rule, asked)
        : periodicOccurrences({ ...rule, kind: every.per === 'continuous' ? 'month' : every.per }, asked)
  return generated.filter(({ opensOn }) => inRange(opensOn, asked)).sort(inOrder)
}

const inOrder = (one: Occurrence, other: Occurrence): number =>
  compareText(one.opensOn, other.opensOn) || compareText(one.dueAt, other.dueAt) || compareText(one.key, other.key)

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** A plan that asks for more than this in a period means 随时; the list must stay one that people can read. */
const mostTimes = 31

const timesOf = ({ per, times }: Every): number =>
  per === 'continuous' ? 1 : Math.min(mostTimes, Math.max(1, Math.floor(times ?? 1)))
