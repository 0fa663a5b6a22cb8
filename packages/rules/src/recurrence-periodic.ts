import { type DateRange, lengthInDays, overlap } from './date-range.ts'
import { deadlineInstant, endOfDay } from './local-time.ts'
import { namedDays } from './named-days.ts'
import type { Occurrence } from './occurrence.ts'
import { type Period, type PeriodKind, periodsIn } from './period.ts'
import { addDays, earlier } from './plain-date.ts'
import { clipToLife, occurrenceKey, type RecurrenceRule } from './recurrence-rule.ts'
import { isWorkingDay, previousWorkingDay, type WorkingCalendar, workingDaysIn } from './working-calendar.ts'

type PeriodicRule = RecurrenceRule & { readonly kind: PeriodKind }

/** What every period that the range touches asks for. */
export const periodicOccurrences = (rule: PeriodicRule, range: DateRange): readonly Occurrence[] => {
  const only = onlySliceOf(rule)
  return periodsIn(rule.kind, range).flatMap(period =>
    slicesOf(rule, period)
      .filter(slice => (slice.named ? isReached(slice, rule) : isHalfLeft(slice, rule) || slice.key === only))
      .map(slice => occurrenceIn(period, slice, rule)),
  )
}

/** A part of a period in which one occurrence is owed by its last day. */
type Slice = DateRange & { readonly key: string; readonly named: boolean }

const slicesOf = (rule: PeriodicRule, period: Period): readonly Slice[] => {
  const ends = namedDays(rule.moment, period, rule.calendar)
  const [only] = ends
  if (only === undefined) return evenSlices(rule, period, period)
  if (ends.length === 1 && rule.times > 1)
    return evenSlices(rule, period, { start: period.start, end: only }).map(slice => ({ ...slice, named: true }))
  return ends.map((end, index) => ({
    key: occurrenceKey(period.key, index, ends.length),
    start: index === 0 ? period.start : addDays(ends[index - 1] ?? end, 1),
    end,
    named: true,
  }))
}

/** Parts with as many working days each as can be; more parts than working days, then as many days. */
const evenSlices = ({ times, calendar }: PeriodicRule, period: Period, range: DateRange): readonly Slice[] => {
  const working = workingDaysIn(calendar, range)
  const days = lengthInDays(range)
  const endOf = (index: number): string => {
    if (index === times - 1) return range.end
    const share = Math.floor(((index + 1) * (times <= working.length ? working.length : days)) / times)
    return (times <= working.length ? working[share - 1] : undefined) ?? addDays(range.start, Math.max(0, share - 1))
  }
  return Array.from({ length: times }, (_, index) => {
    const end = endOf(index)
    const after = index === 0 ? range.start : addDays(endOf(index - 1), 1)
    return { key: occurrenceKey(period.key, index, times), start: earlier(after, end), end, named: false }
  })
}

const isReached = ({ end }: Slice, { life }: PeriodicRule): boolean =>
  life.start <= end && (life.end === null || end <= life.end)

const daysLeft = (slice: Slice, { life }: PeriodicRule): number => {
  const left = overlap(slice, { start: life.start, end: life.end ?? slice.end })
  return left ? lengthInDays(left) : 0
}

const isHalfLeft = (slice: Slice, rule: PeriodicRule): boolean => daysLeft(slice, rule) * 2 >= lengthInDays(slice)

/** Of a life too short to hold half a slice anywhere, the slice that it holds most of. */
const onlySliceOf = (rule: PeriodicRule): string | null => {
  const { start, end } = rule.life
  if (end === null || lengthInDays({ start, end }) > 366) return null
  const slices = periodsIn(rule.kind, { start, end }).flatMap(period => slicesOf(rule, period))
  if (slices.some(slice => slice.named || isHalfLeft(slice, rule))) return null
  const most = Math.max(...slices.map(slice => daysLeft(slice, rule)))
  return slices.find(slice => most > 0 && daysLeft(slice, rule) === most)?.key ?? null
}

const occurrenceIn = (period: Period, slice: Slice, rule: PeriodicRule): Occurrence => {
  const clipped = clipToLife(slice, rule.life)
  const due = slice.named ? slice.end : lastWorkingDay(rule.calendar, clipped)
  const whole = clipToLife(period, rule.life)
  return {
    key: slice.key,
    opensOn: clipped.start,
    dueAt: deadlineInstant(due, rule.moment.times.at(-1) ?? endOfDay),
    periodStart: whole.start,
    periodEnd: whole.end,
  }
}

const lastWorkingDay = (calendar: WorkingCalendar, { start, end }: DateRange): string => {
  const day = previousWorkingDay(calendar, end)
  return day >= start && isWorkingDay(calendar, day) ? day : end
}
