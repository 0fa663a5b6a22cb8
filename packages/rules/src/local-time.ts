import { fromDayNumber, type PlainDate } from './plain-date.ts'

/** A moment as ISO text with its offset. */
export type Instant = string

/** `HH:MM` or `HH:MM:SS` on the clock of the place. */
export type ClockTime = string

export type LocalTime = { readonly date: PlainDate; readonly time: ClockTime }

/**
 * China keeps one offset, and has kept it all year round since 1992. It is written out here and not asked of `Intl`,
 * whose answer hangs on the machine's own time zone tables.
 */
const offset = '+08:00'
const offsetMs = 8 * 3_600_000

/** The last second of a day, where a limit names no hour: 「25日前」 lasts until the 25th is over. */
export const endOfDay: ClockTime = '23:59:59'

/** When a limit on a day runs out. */
export const deadlineInstant = (date: PlainDate, time: ClockTime = endOfDay): Instant =>
  `${date}T${time.length === 5 ? `${time}:00` : time}${offset}`

/** What the calendar and the clock on the wall show at a moment. */
export const localTime = (instant: Instant | Date): LocalTime => {
  const shifted = millisecondsOf(instant) + offsetMs
  const date = fromDayNumber(Math.floor(shifted / 86_400_000))
  return { date, time: new Date(shifted).toISOString().slice(11, 19) }
}

export const localDate = (instant: Instant | Date): PlainDate => localTime(instant).date

/** Throws on text that is no moment: that is a bug of the caller, not of a person. */
export const millisecondsOf = (instant: Instant | Date): number => {
  const milliseconds = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not an instant: ${String(instant)}`)
  return milliseconds
}
