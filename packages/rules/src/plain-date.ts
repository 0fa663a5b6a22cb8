/** A calendar day, `YYYY-MM-DD`, in no time zone. Sorts as text. */
export type PlainDate = string

export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

const dayMs = 86_400_000
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

export const isPlainDate = (text: string): boolean => {
  const match = pattern.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(year, month)
}

/** The parts of a date already known to be one. */
export const partsOf = (date: PlainDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** Day 0 of the next month, or month 13, roll over as in a calendar. */
export const plainDate = (year: number, month: number, day: number): PlainDate =>
  fromDayNumber(Date.UTC(year, month - 1, day) / dayMs)

export const lastDayOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Days since 1970-01-01. */
export const dayNumber = (date: PlainDate): number => {
  const { year, month, day } = partsOf(date)
  return Date.UTC(year, month - 1, day) / dayMs
}

export const fromDayNumber = (days: number): PlainDate => new Date(days * dayMs).toISOString().slice(0, 10)

export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(dayNumber(date) + days)

/** The same day some months on, or the month's last where it has no such day. */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  const { year, month, day } = partsOf(date)
  const first = partsOf(plainDate(year, month + months, 1))
  return plainDate(first.year, first.month, Math.min(day, lastDayOfMonth(first.year, first.month)))
}

/** From the one to the other; negative when the other is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (date: PlainDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

export const compareDates = (one: PlainDate, other: PlainDate): number => (one < other ? -1 : one > other ? 1 : 0)

export const earlier = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? one : other)

export const later = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other)
