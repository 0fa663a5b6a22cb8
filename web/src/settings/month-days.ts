import { lastDayOfMonth, type PlainDate, plainDate, weekdayOf } from '@luoshi/rules/plain-date'

/** The weeks of a month, Monday first; null outside the month. */
export const weeksOf = (year: number, month: number): readonly (readonly (PlainDate | null)[])[] => {
  const before = weekdayOf(plainDate(year, month, 1)) - 1
  const days = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: lastDayOfMonth(year, month) }, (_, index) => plainDate(year, month, index + 1)),
  ]
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, weekday) => days[week * 7 + weekday] ?? null),
  )
}
