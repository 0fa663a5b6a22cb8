import { endOfDay, type Instant, localTime, millisecondsOf } from './local-time.ts'
import { daysLate, daysUntil } from './overdue.ts'
import { periodOf } from './period.ts'
import { type PlainDate, partsOf, weekdayOf } from './plain-date.ts'

export type DueLanguage = 'zh' | 'en'

/** A deadline as people say it: 「今天 18:00 前,还有 6 小时」, 「周五 12:00 前,还有 2 天」, 「迟 1 天」. */
export const dueWords = (dueAt: Instant | Date, now: Instant | Date, language: DueLanguage): string => {
  const words = language === 'zh' ? chinese : english
  const minutes = Math.floor((millisecondsOf(dueAt) - millisecondsOf(now)) / 60_000)
  if (millisecondsOf(now) > millisecondsOf(dueAt)) return words.late(lateness(dueAt, now))
  const { time } = localTime(dueAt)
  const hour = time === endOfDay ? null : time.slice(0, 5)
  const days = daysUntil(dueAt, now)
  if (days === 0) return hour === null ? words.withinToday : words.left(words.today(hour), inHours(minutes))
  const day = words.day(dayName(dueAt, now, days))
  const by = hour === null ? day : words.by(day, hour)
  return days === 1 ? by : words.left(by, { count: days, unit: 'day' })
}

type Span = { readonly count: number; readonly unit: 'day' | 'hour' | 'minute' }

/** How a day is best called from where we stand. */
type DayName =
  | { readonly kind: 'tomorrow' }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly next: boolean }
  | { readonly kind: 'date'; readonly date: PlainDate; readonly withYear: boolean }

type Words = {
  readonly withinToday: string
  readonly today: (hour: string) => string
  readonly day: (name: DayName) => string
  readonly by: (day: string, hour: string) => string
  readonly left: (limit: string, span: Span) => string
  readonly late: (span: Span) => string
}

const inHours = (minutes: number): Span =>
  minutes >= 60 ? { count: Math.floor(minutes / 60), unit: 'hour' } : { count: minutes, unit: 'minute' }

const lateness = (dueAt: Instant | Date, now: Instant | Date): Span => {
  const minutes = Math.floor((millisecondsOf(now) - millisecondsOf(dueAt)) / 60_000)
  return daysUntil(dueAt, now) === 0 ? inHours(Math.max(1, minutes)) : { count: daysLate(dueAt, now), unit: 'day' }
}

const dayName = (dueAt: Instant | Date, now: Instant | Date, days: number): DayName => {
  const [date, today] = [localTime(dueAt).date, localTime(now).date]
  if (days === 1) return { kind: 'tomorrow' }
  const next = periodOf('week', date)?.key !== periodOf('week', today)?.key
  if (days < 7) return { kind: 'weekday', weekday: weekdayOf(date), next }
  return { kind: 'date', date, withYear: date.slice(0, 4) !== today.slice(0, 4) }
}

const units = { day: '天', hour: '小时', minute: '分钟' }

const chinese: Words = {
  withinToday: '今天内',
  today: hour => `今天 ${hour} 前`,
  day: name => {
    if (name.kind === 'tomorrow') return '明天'
    if (name.kind === 'weekday') return `${name.next ? '下' : ''}周${'一二三四五六日'[name.weekday - 1]}`
    const { year, month, day } = partsOf(name.date)
    return `${name.withYear ? `${year}年` : ''}${month}月${day}日`
  },
  by: (day, hour) => `${day} ${hour} 前`,
  left: (limit, { count, unit }) => `${limit},还有 ${count} ${units[unit]}`,
  late: ({ count, unit }) => `迟 ${count} ${units[unit]}`,
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const counted = ({ count, unit }: Span): string => `${count} ${unit}${count === 1 ? '' : 's'}`

const english: Words = {
  withinToday: 'by the end of today',
  today: hour => `today by ${hour}`,
  day: name => {
    if (name.kind === 'tomorrow') return 'tomorrow'
    if (name.kind === 'weekday') return `${name.next ? 'next ' : ''}${weekdays[name.weekday - 1]}`
    const { year, month, day } = partsOf(name.date)
    return `${day} ${months[month - 1]}${name.withYear ? ` ${year}` : ''}`
  },
  by: (day, hour) => `${day} by ${hour}`,
  left: (limit, span) => `${limit}, ${counted(span)} left`,
  late: span => `${counted(span)} late`,
}
