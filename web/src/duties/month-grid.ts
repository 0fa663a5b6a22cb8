import { addDays, lastDayOfMonth, type PlainDate, partsOf, plainDate, weekdayOf } from '@luoshi/rules/plain-date'

/** `YYYY-MM`. */
export type Month = string

export type GridDay = { readonly day: PlainDate; readonly inside: boolean }

/** The weeks a month is shown in, Monday first, filled up with the days of its neighbours. */
export const monthGrid = (month: Month): readonly (readonly GridDay[])[] => {
  const first = `${month}-01`
  const { year, month: number } = partsOf(first)
  const days = lastDayOfMonth(year, number)
  const start = addDays(first, 1 - weekdayOf(first))
  const weeks = Math.ceil((weekdayOf(first) - 1 + days) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, column) => {
      const day = addDays(start, week * 7 + column)
      return { day, inside: day.startsWith(month) }
    }),
  )
}

export const monthsOn = (month: Month, months: number): Month => {
  const { year, month: number } = partsOf(`${month}-01`)
  return plainDate(year, number + months, 1).slice(0, 7)
}

/** What the calendar of rest days says against what the weekday would: 休 on a weekday off, 班 on a weekend at work. */
export const calendarMark = (day: PlainDate, working: boolean): 'rest' | 'work' | null => {
  const weekend = weekdayOf(day) >= 6
  if (working) return weekend ? 'work' : null
  return weekend ? null : 'rest'
}
