import { addDays, daysBetween, earlier, later, type PlainDate } from './plain-date.ts'

/** Both days belong to it. */
export type DateRange = { readonly start: PlainDate; readonly end: PlainDate }

export const inRange = (date: PlainDate, { start, end }: DateRange): boolean => start <= date && date <= end

export const overlap = (one: DateRange, other: DateRange): DateRange | null => {
  const [start, end] = [later(one.start, other.start), earlier(one.end, other.end)]
  return start <= end ? { start, end } : null
}

export const lengthInDays = ({ start, end }: DateRange): number => daysBetween(start, end) + 1

export const daysOf = (range: DateRange): readonly PlainDate[] =>
  Array.from({ length: Math.max(0, lengthInDays(range)) }, (_, index) => addDays(range.start, index))
