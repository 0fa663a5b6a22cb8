import { isPlainDate, type PlainDate } from '@luoshi/rules/plain-date'

/** A day as a plan gives it: `MM-DD` where the year is missing or masked. */
export type MaskedDate = string
export type MaskedWindow = { readonly text: string; readonly start: MaskedDate | null; readonly end: MaskedDate | null }

export const isMasked = (date: string | null | undefined): boolean => /^\d{2}-\d{2}$/.test(date ?? '')

/** The day in full where the year is known; unchanged where it is not. */
export const fillDate = <D extends MaskedDate | null>(date: D, year: number | null): D =>
  (year !== null && isMasked(date) ? `${year}-${date}` : date) as D // a date stays one, null stays null

/** An end that would lie before its start is in the next year: 10月至次年3月. */
export const fillWindow = (window: MaskedWindow, year: number | null): MaskedWindow => {
  const start = fillDate(window.start, year)
  const own = start !== null && !isMasked(start) && year !== null ? Number(start.slice(0, 4)) : year
  const end = fillDate(window.end, own)
  const isTurned = start !== null && end !== null && isMasked(window.end) && !isMasked(end) && end < start
  return { ...window, start, end: isTurned ? fillDate(window.end, Number(end.slice(0, 4)) + 1) : end }
}

/** A day that exists, or null. */
export const realDate = (date: MaskedDate | null): PlainDate | null =>
  date !== null && isPlainDate(date) ? date : null
