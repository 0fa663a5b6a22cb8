import type { DateRange } from './date-range.ts'
import type { DueMoment } from './due-moment.ts'
import type { PlainDate } from './plain-date.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** A duty's recurrence with its words read. */
export type RecurrenceRule = {
  readonly moment: DueMoment
  readonly times: number
  readonly life: { readonly start: PlainDate; readonly end: PlainDate | null }
  readonly calendar: WorkingCalendar
}

/** `2026-05` alone, or `2026-05#2` where a period asks more than once. */
export const occurrenceKey = (period: string, index: number, count: number): string =>
  count === 1 ? period : `${period}#${index + 1}`

/** The part of a range within the life, which is known to share a day with it. */
export const clipToLife = ({ start, end }: DateRange, life: RecurrenceRule['life']): DateRange => ({
  start: start > life.start ? start : life.start,
  end: life.end !== null && life.end < end ? life.end : end,
})
