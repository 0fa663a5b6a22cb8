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

/** Once: by the time named, else by the day's end. Twice: by noon and the day's end. Three times: by six in the evening too. */
const timesOfDay = ({ times, moment }: RecurrenceRule): readonly ClockTime[] => {
  const last = moment.time ?? endOfDay
  if (times === 1) return [last]
  if (moment.time === null && times <= 3) return times === 2 ? ['12:00', last] : ['12:00', '18:00', last]
  return Array.from({ length: times }, (_, index) =>
    index === times - 1 ? last : minuteOfDay(Math.floor(((index + 1) * minutesUntil(last)) / times)),
  )
}

const minutesUntil = (time: ClockTime): number =>
  time === endOfDay ? 1440 : Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const minuteOfDay = (minute: number): ClockTime =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
