import { deadlineInstant, endOfDay, type Instant, localTime, millisecondsOf } from './local-time.ts'
import { addDays } from './plain-date.ts'
import { addWorkingDays, isWorkingDay, nextWorkingDay, type WorkingCalendar } from './working-calendar.ts'

/** The limit of a category of case. Hours and days go by the clock, working hours and days by the calendar. */
export type HandlingLimit = {
  readonly amount: number
  readonly unit: 'hours' | 'working-hours' | 'days' | 'working-days'
}

/** Minutes of the day at which work begins and ends, in order; the break lies between. */
export type OfficeHours = readonly { readonly from: number; readonly to: number }[]

/** 08:30–12:00 and 14:00–17:30: seven hours. */
export const usualOfficeHours: OfficeHours = [
  { from: 510, to: 720 },
  { from: 840, to: 1050 },
]

/** When a case assigned at a moment must be mended. Days are counted from the next, and last until their end. */
export const caseDeadline = (
  assignedAt: Instant | Date,
  { amount, unit }: HandlingLimit,
  calendar: WorkingCalendar,
  hours: OfficeHours = usualOfficeHours,
): Instant => {
  const { date } = localTime(assignedAt)
  switch (unit) {
    case 'hours':
      return written(millisecondsOf(assignedAt) + amount * 3_600_000)
    case 'days':
      return deadlineInstant(addDays(date, amount))
    case 'working-days':
      return deadlineInstant(addWorkingDays(calendar, date, amount), clock(hours.at(-1)?.to))
    case 'working-hours':
      return afterWorkingMinutes(assignedAt, amount * 60, calendar, hours)
  }
}

/** Longer limits than this are counted in days; it also ends a walk through a calendar without work. */
const mostDays = 800

const afterWorkingMinutes = (
  start: Instant | Date,
  minutes: number,
  calendar: WorkingCalendar,
  hours: OfficeHours,
): Instant => {
  const { date, time } = localTime(start)
  let [day, from, left] = [date, minuteOf(time), minutes]
  for (let walked = 0; walked < mostDays; walked += 1) {
    for (const span of isWorkingDay(calendar, day) ? hours : []) {
      const begin = Math.max(span.from, from)
      const worked = Math.max(0, span.to - begin)
      if (worked > 0 && left <= worked) return deadlineInstant(day, clock(begin + left))
      left -= worked
    }
    day = nextWorkingDay(calendar, addDays(day, 1))
    from = 0
  }
  return deadlineInstant(day)
}

export type TrafficLight = 'green' | 'yellow' | 'red'

/** Red once its time is up, yellow in the last quarter of it, green before. What was submitted keeps the colour of that moment. */
export const trafficLight = (
  {
    assignedAt,
    dueAt,
    submittedAt,
  }: {
    readonly assignedAt: Instant | Date
    readonly dueAt: Instant | Date
    readonly submittedAt: Instant | Date | null
  },
  now: Instant | Date,
): TrafficLight => {
  const [start, due, moment] = [assignedAt, dueAt, submittedAt ?? now].map(millisecondsOf) as [number, number, number] // three in, three out
  if (moment > due) return 'red'
  return submittedAt === null && due - moment <= (due - start) / 4 ? 'yellow' : 'green'
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const clock = (minute: number | undefined): string =>
  minute === undefined
    ? endOfDay
    : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const written = (milliseconds: number): Instant => {
  const { date, time } = localTime(new Date(milliseconds))
  return deadlineInstant(date, time)
}
