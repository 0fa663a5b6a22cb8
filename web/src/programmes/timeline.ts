import {
  addDays,
  dayNumber,
  daysBetween,
  fromDayNumber,
  lastDayOfMonth,
  type PlainDate,
  partsOf,
  weekdayOf,
} from '@luoshi/rules/plain-date'

export type Zoom = 'day' | 'week' | 'month'

/** Pixels a day takes at each zoom. */
export const dayWidth: Readonly<Record<Zoom, number>> = { day: 34, week: 12, month: 4.2 }

/** One stretch of the ruler: a month on the upper line, a day, a week or a third of a month on the lower. */
export type Tick = { readonly from: PlainDate; readonly days: number }

/** Days between the left edge and the start of a day. */
export const xOf = (from: PlainDate, date: PlainDate, width: number): number => daysBetween(from, date) * width

/** The window drawn: whole weeks (or months) around what there is to draw, so that the ruler begins on an even line. */
export const evenWindow = (
  from: PlainDate,
  to: PlainDate,
  zoom: Zoom,
): { readonly from: PlainDate; readonly to: PlainDate } => {
  if (zoom !== 'month') return { from: addDays(from, 1 - weekdayOf(from)), to: addDays(to, 7 - weekdayOf(to)) }
  const { year, month, day } = partsOf(to)
  return { from: `${from.slice(0, 8)}01`, to: addDays(to, lastDayOfMonth(year, month) - day) }
}

export const monthTicks = (from: PlainDate, to: PlainDate): readonly Tick[] =>
  cut(from, to, date => {
    const { year, month, day } = partsOf(date)
    return lastDayOfMonth(year, month) - day + 1
  })

export const weekTicks = (from: PlainDate, to: PlainDate): readonly Tick[] => cut(from, to, date => 8 - weekdayOf(date))

export const dayTicks = (from: PlainDate, to: PlainDate): readonly Tick[] => cut(from, to, () => 1)

/** 上旬, 中旬, 下旬: how a month is talked about. */
export const thirdTicks = (from: PlainDate, to: PlainDate): readonly Tick[] =>
  cut(from, to, date => {
    const { year, month, day } = partsOf(date)
    return (day <= 10 ? 10 : day <= 20 ? 20 : lastDayOfMonth(year, month)) - day + 1
  })

export const lowerTicks = (zoom: Zoom, from: PlainDate, to: PlainDate): readonly Tick[] =>
  zoom === 'day' ? dayTicks(from, to) : zoom === 'week' ? weekTicks(from, to) : thirdTicks(from, to)

const cut = (from: PlainDate, to: PlainDate, length: (date: PlainDate) => number): readonly Tick[] => {
  const ticks: Tick[] = []
  const end = dayNumber(to) + 1
  for (let at = dayNumber(from); at < end; ) {
    const days = Math.min(length(fromDayNumber(at)), end - at)
    ticks.push({ from: fromDayNumber(at), days })
    at += days
  }
  return ticks
}
