import { addMonths, dayNumber, isPlainDate } from '@luoshi/rules/plain-date'
import type { PlanDate, Window } from '../plan.ts'
import { daysIn } from '../vocabulary/dates.ts'

/** Stands in for a year that is not written. A common one, so that it has no 29 February. */
const nominalYear = 2001

/** Days since an epoch, so that dates with and without a year can be compared; null for a date that does not exist. */
export const dayOf = (date: PlanDate | null, year: number | null): number | null => {
  if (date === null) return null
  const ofYear = date.length === 5 ? (year ?? nominalYear) : Number(date.slice(0, -6))
  const [month, day] = [twoDigits(date, date.length - 5), twoDigits(date, date.length - 2)]
  const there =
    ofYear >= 1000 && ofYear <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, ofYear)
  return there ? Date.UTC(ofYear, month - 1, day) / dayMs : null
}

const dayMs = 86_400_000
const zero = '0'.charCodeAt(0)
const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero

const yearIn = (date: PlanDate | null): string | null => (date !== null && date.length === 10 ? date.slice(0, 4) : null)

/** The year that the dates without one are in, judging by those that have one. */
export const yearAmong = (windows: readonly Window[]): number | null => {
  let only: string | null = null
  for (const { start, end } of windows) {
    const first: string | null = yearIn(start) ?? yearIn(end) ?? only
    const last: string | null = yearIn(end) ?? first
    only ??= first
    if (first !== only || last !== only) return null
  }
  return only === null ? null : Number(only)
}

export type Days = { readonly first: number | null; readonly last: number | null }

export const daysOf = (window: Window | null, year: number | null): Days => ({
  first: dayOf(window?.start ?? null, year),
  last: dayOf(window?.end ?? null, year),
})

/** Some months on, the same day. */
export const monthsAfter = (date: PlanDate, months: number, year: number | null): number | null => {
  const full = date.length === 5 ? `${year ?? nominalYear}-${date}` : date
  return isPlainDate(full) ? dayNumber(addMonths(full, months)) : null
}
