import type { CaseLevel } from './case-escalation.ts'
import { deadlineInstant, type Instant, localDate, localTime, millisecondsOf } from './local-time.ts'
import type { PlainDate } from './plain-date.ts'
import { type Result, refuse, take } from './result.ts'
import { isWorkingDay, nextWorkingDay, type WorkingCalendar } from './working-calendar.ts'

/** The time that a unit has of a case, and how high it has risen in it. */
export type CaseTurn = {
  readonly assignedAt: Instant | Date
  readonly dueAt: Instant | Date
  readonly level: CaseLevel
  readonly levelSince: Instant | Date
  readonly escalatedAt: Instant | Date | null
}

/** A case left the unit too late: that stays so, whoever has it next. */
export const isMissed = ({ dueAt, leftAt }: Pick<CaseTurn, 'dueAt'> & { readonly leftAt: Instant | Date }): boolean =>
  millisecondsOf(leftAt) > millisecondsOf(dueAt)

/**
 * The time of a unit that gets a case again. What was late stays late; else its time stood still while the case lay elsewhere, and
 * goes on. So sending a case to and fro gives nobody more time.
 */
export const turnAgain = (
  { leftAt, ...turn }: CaseTurn & { readonly leftAt: Instant | Date },
  now: Instant | Date,
  calendar: WorkingCalendar,
): CaseTurn => {
  if (isMissed({ dueAt: turn.dueAt, leftAt })) return turn
  const away = Math.max(0, millisecondsOf(now) - millisecondsOf(leftAt))
  const later = (moment: Instant | Date): Instant => written(millisecondsOf(moment) + away)
  const wasWorking = isWorkingDay(calendar, localDate(turn.dueAt))
  return {
    ...turn,
    assignedAt: later(turn.assignedAt),
    levelSince: later(turn.levelSince),
    dueAt: wasWorking ? onWorkingDay(later(turn.dueAt), calendar) : later(turn.dueAt),
  }
}

/**
 * The deadline where an office names a day for what a unit has already: it may come earlier, and later only by an extension that
 * somebody else decides on. What has run out stays run out, whatever day is named.
 */
export const broughtForward = (
  dueAt: Instant | Date,
  dueOn: PlainDate,
  now: Instant | Date,
): Result<Instant, 'later-than-deadline'> => {
  const due = written(millisecondsOf(dueAt))
  if (millisecondsOf(dueAt) <= millisecondsOf(now)) return take(due)
  if (dueOn > localDate(dueAt)) return refuse('later-than-deadline')
  const named = deadlineInstant(dueOn)
  return take(millisecondsOf(named) < millisecondsOf(dueAt) ? named : due)
}

const onWorkingDay = (moment: Instant, calendar: WorkingCalendar): Instant => {
  const { date, time } = localTime(moment)
  return isWorkingDay(calendar, date) ? moment : deadlineInstant(nextWorkingDay(calendar, date), time)
}

const written = (milliseconds: number): Instant => {
  const { date, time } = localTime(new Date(milliseconds))
  return deadlineInstant(date, time)
}
