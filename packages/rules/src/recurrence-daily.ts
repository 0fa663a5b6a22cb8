import { type DateRange, daysOf } from './date-range.ts'
import { type ClockTime, deadlineInstant, endOfDay } from './local-time.ts'
import type { Occurrence } from './occurrence.ts'
import { type PlainDate, weekdayOf } from './plain-date.ts'
import { occurrenceKey, type RecurrenceRule } from './recurrence-rule.ts'
import { isWorkingDay } from './working-calendar.ts'

/** Every day of the range, or those the words keep to (工作日, 周一至周五), as often as asked. */
export const dailyOccurrences = (rule: RecurrenceRule, range: DateRange): readonly Occurrence[] => {
  const times = timesOfDay(rule)
  return daysOf(range)
    .filter(date => isAsked(rule, date))
    .flatMap(date =>
      times.map((time, index) => ({
        key: occurrenceKey(date, index, times.length),
        opensOn: date,
        dueAt: deadlineInstant(date, time),
        periodStart: date,
        periodEnd: date,
      })),
    )
}

const isAsked = ({ moment, calendar }: RecurrenceRule, date: PlainDate): boolean => {
  if (moment.workingDaysOnly) return isWorkingDay(calendar, date)
  const weekdays = moment.days.flatMap(day => (day.kind === 'weekday' ? [day.weekday] : []))
  return weekdays.length === 0 || weekdays.includes(weekdayOf(date))
}

/**
 * By the times named, where as many are named as asked for or more. Otherwise once: by the day's end; twice: by noon and the day's
 * end; three times: by six in the evening too; more often: evenly.
 */
const timesOfDay = ({ times, moment }: RecurrenceRule): readonly ClockTime[] => {
  if (moment.times.length >= times) return moment.times
  const last = moment.times.at(-1) ?? endOfDay
  const usual = last === endOfDay ? usualTimes[times - 1] : undefined
  if (usual) return usual
  return Array.from({ length: times }, (_, index) =>
    index === times - 1 ? last : minuteOfDay(Math.floor(((index + 1) * minutesUntil(last)) / times)),
  )
}

const usualTimes: readonly (readonly ClockTime[])[] = [[endOfDay], ['12:00', endOfDay], ['12:00', '18:00', endOfDay]]

const minutesUntil = (time: ClockTime): number =>
  time === endOfDay ? 1440 : Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const minuteOfDay = (minute: number): ClockTime =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
