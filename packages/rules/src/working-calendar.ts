import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { type DateRange, daysOf } from './date-range.ts'
import { addDays, type PlainDate, weekdayOf } from './plain-date.ts'

/** A day that a tenant keeps otherwise than the country: a local holiday, an emergency shift. */
export type DayOverride = { readonly date: PlainDate; readonly kind: 'work' | 'rest'; readonly name: string }

export type WorkingCalendar = { readonly overrides: ReadonlyMap<PlainDate, DayOverride> }

/** `known` is false in years whose holidays have not been announced: then only the weekend speaks. */
export type CalendarDay = {
  readonly date: PlainDate
  readonly works: boolean
  /** 劳动节, or what the override says; null on a plain day. */
  readonly name: string | null
  readonly known: boolean
}

export const workingCalendar = (overrides: readonly DayOverride[] = []): WorkingCalendar => ({
  overrides: new Map(overrides.map(override => [override.date, override])),
})

/** The country's calendar with nothing of a tenant's own. */
export const nationalCalendar: WorkingCalendar = workingCalendar()

// The table is read as it stands, not through the package's functions: those go by the machine's own time zone.
const holidays: ReadonlyMap<PlainDate, string> = new Map(Object.entries(chineseDays.holidays))
const workdays: ReadonlyMap<PlainDate, string> = new Map(Object.entries(chineseDays.workdays))
const knownYears: ReadonlySet<string> = new Set([...holidays.keys()].map(date => date.slice(0, 4)))

export const calendarDay = ({ overrides }: WorkingCalendar, date: PlainDate): CalendarDay => {
  const known = knownYears.has(date.slice(0, 4))
  const override = overrides.get(date)
  if (override) return { date, works: override.kind === 'work', name: override.name, known }
  const holiday = holidays.get(date)
  if (holiday !== undefined) return { date, works: false, name: chineseName(holiday), known }
  const workday = workdays.get(date)
  if (workday !== undefined) return { date, works: true, name: chineseName(workday), known }
  return { date, works: weekdayOf(date) <= 5, name: null, known }
}

export const isWorkingDay = (calendar: WorkingCalendar, date: PlainDate): boolean => calendarDay(calendar, date).works

/** The day itself if it is one, else the next. */
export const nextWorkingDay = (calendar: WorkingCalendar, date: PlainDate): PlainDate => seek(calendar, date, 1)

/** The day itself if it is one, else the last before it. */
export const previousWorkingDay = (calendar: WorkingCalendar, date: PlainDate): PlainDate => seek(calendar, date, -1)

/** The nth working day after (or, negative, before) the date, which is not counted itself; 0 is the day itself if it works, else the next. */
export const addWorkingDays = (calendar: WorkingCalendar, date: PlainDate, count: number): PlainDate => {
  if (count === 0) return nextWorkingDay(calendar, date)
  const step = count > 0 ? 1 : -1
  let reached = date
  for (let left = Math.abs(count); left > 0; left -= 1) reached = seek(calendar, addDays(reached, step), step)
  return reached
}

export const workingDaysIn = (calendar: WorkingCalendar, range: DateRange): readonly PlainDate[] =>
  daysOf(range).filter(date => isWorkingDay(calendar, date))

/** Working days after the one up to and with the other; negative when the other is earlier. */
export const workingDaysBetween = (calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number =>
  from <= to
    ? workingDaysIn(calendar, { start: addDays(from, 1), end: to }).length
    : -workingDaysIn(calendar, { start: addDays(to, 1), end: from }).length

/** The longest run of rest days a calendar can hold; beyond it a search has met a calendar with no work in it. */
const longestRest = 400

const seek = (calendar: WorkingCalendar, date: PlainDate, step: 1 | -1): PlainDate => {
  for (let tries = 0; tries < longestRest; tries += 1) {
    const candidate = addDays(date, tries * step)
    if (isWorkingDay(calendar, candidate)) return candidate
  }
  return date
}

/** The table writes `Labour Day,劳动节,2`. */
const chineseName = (entry: string): string | null => entry.split(',')[1] ?? null
