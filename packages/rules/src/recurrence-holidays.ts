import { type DateRange, lengthInDays } from './date-range.ts'
import { deadlineInstant, endOfDay } from './local-time.ts'
import type { Occurrence } from './occurrence.ts'
import { addDays, type PlainDate } from './plain-date.ts'
import { clipToLife, type RecurrenceRule } from './recurrence-rule.ts'
import { calendarDay, previousWorkingDay, type WorkingCalendar } from './working-calendar.ts'

/** One for each holiday, over its days, or in the week before it. Holidays not yet announced are not guessed. */
export const holidayOccurrences = (rule: RecurrenceRule, range: DateRange): readonly Occurrence[] =>
  holidaysIn(rule.calendar, { start: addDays(range.start, -longest), end: addDays(range.end, longest) }).flatMap(
    holiday => {
      const window = rule.moment.holidays === 'before' ? weekBefore(rule.calendar, holiday) : holiday
      if (rule.life.end !== null && window.start > rule.life.end) return []
      const clipped = clipToLife(window, rule.life)
      if (lengthInDays(clipped) < 1) return []
      return [
        {
          key: `holiday-${holiday.key}`,
          opensOn: clipped.start,
          dueAt: deadlineInstant(clipped.end, rule.moment.times.at(-1) ?? endOfDay),
          periodStart: clipped.start,
          periodEnd: clipped.end,
        },
      ]
    },
  )

type Holiday = DateRange & { readonly key: PlainDate }

/** Days that hold the longest holiday and the week before it. */
const longest = 40

const weekBefore = (calendar: WorkingCalendar, { start }: Holiday): DateRange => {
  const due = previousWorkingDay(calendar, addDays(start, -1))
  return { start: addDays(due, -6), end: due }
}

/** Runs of rest days with a holiday's name among them, keyed by the first named day. */
const holidaysIn = (calendar: WorkingCalendar, { start, end }: DateRange): readonly Holiday[] => {
  const holidays: Holiday[] = []
  let rest: PlainDate | null = null
  let named: PlainDate | null = null
  for (let date = start; date <= end; date = addDays(date, 1)) {
    const { works, name } = calendarDay(calendar, date)
    if (works && rest !== null && named !== null) holidays.push({ start: rest, end: addDays(date, -1), key: named })
    rest = works ? null : (rest ?? date)
    named = works ? null : (named ?? (name === null ? null : date))
  }
  return holidays
}
