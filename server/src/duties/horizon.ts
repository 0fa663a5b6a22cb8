import { type DateRange, overlap } from '@luoshi/rules/date-range'
import { addDays, earlier, later, type PlainDate } from '@luoshi/rules/plain-date'

/** So far ahead is what is due written down; the job carries it on from day to day. */
export const HORIZON_DAYS = 400
/** So much at a time, so that no transaction grows with the length of a programme. */
export const PIECE_DAYS = 62
/** Less than this is not worth a transaction of its own every night. */
const LEAST_DAYS = 7

export type DutyWindow = {
  readonly starts_on: PlainDate | null
  readonly ends_on: PlainDate | null
  readonly laid_until: PlainDate | null
}

/**
 * The next days for which a duty has no occurrences yet; null where all are laid up to the end, or up to the horizon but for a few
 * days.
 */
export const nextPiece = (duty: DutyWindow, today: PlainDate): DateRange | null => {
  const horizon = wholeRange(duty, today)
  if (!horizon) return null
  const start = later(horizon.start, duty.laid_until ?? horizon.start)
  const isLast = horizon.end === duty.ends_on
  const least = isLast ? start : addDays(start, LEAST_DAYS - 1)
  return least > horizon.end ? null : { start, end: earlier(horizon.end, addDays(start, PIECE_DAYS - 1)) }
}

/** Everything there is to lay for a duty as seen from a day. */
export const wholeRange = (
  { starts_on, ends_on }: Omit<DutyWindow, 'laid_until'>,
  today: PlainDate,
): DateRange | null => {
  const start = starts_on ?? today
  return overlap({ start, end: ends_on ?? '9999-12-31' }, { start, end: addDays(later(today, start), HORIZON_DAYS) })
}
