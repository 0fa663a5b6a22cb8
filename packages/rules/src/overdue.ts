import { type Instant, localDate, millisecondsOf } from './local-time.ts'
import { daysBetween } from './plain-date.ts'

export const timelinesses = ['late', 'today', 'soon', 'ahead', 'undated', 'done', 'done-late'] as const

/** How something stands against its deadline. Derived from the clock whenever asked, never stored. */
export type Timeliness = (typeof timelinesses)[number]

export type Deadline = {
  readonly dueAt: Instant | Date | null
  /** When the unit had done its part: submitted or recorded, whoever confirms it when. Null while it has not. */
  readonly doneAt: Instant | Date | null
}

/** Days ahead, by the calendar, that count as soon. */
export const soonDays = 3

export const timelinessOf = ({ dueAt, doneAt }: Deadline, now: Instant | Date, soon: number = soonDays): Timeliness => {
  if (doneAt !== null) return dueAt !== null && isPast(dueAt, doneAt) ? 'done-late' : 'done'
  if (dueAt === null) return 'undated'
  if (isPast(dueAt, now)) return 'late'
  const days = daysUntil(dueAt, now)
  return days === 0 ? 'today' : days <= soon ? 'soon' : 'ahead'
}

/** Nights between now and the day it is due; negative when that day is over. */
export const daysUntil = (dueAt: Instant | Date, now: Instant | Date): number =>
  daysBetween(localDate(now), localDate(dueAt))

/** Whole days begun since it ran out: 1 from the first minute, 0 while it has not. */
export const daysLate = (dueAt: Instant | Date, now: Instant | Date): number =>
  Math.max(0, Math.ceil((millisecondsOf(now) - millisecondsOf(dueAt)) / 86_400_000))

const isPast = (dueAt: Instant | Date, moment: Instant | Date): boolean =>
  millisecondsOf(moment) > millisecondsOf(dueAt)
