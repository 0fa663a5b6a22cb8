import { addMonths, type PlainDate } from '@luoshi/rules/plain-date'

/** The first day of every month that begins within. */
export const monthsWithin = (from: PlainDate, to: PlainDate): readonly PlainDate[] => {
  const months: PlainDate[] = []
  const first = `${from.slice(0, 8)}01`
  for (let month = first < from ? addMonths(first, 1) : first; month <= to; month = addMonths(month, 1))
    months.push(month)
  return months
}
