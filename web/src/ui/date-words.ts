import { localTime, millisecondsOf } from '@luoshi/rules/local-time'
import { daysBetween, type PlainDate, partsOf, weekdayOf } from '@luoshi/rules/plain-date'
import type { Say } from './i18n.ts'
import type { uiWords } from './words.ts'

type T = Say<typeof uiWords>

/** A limit as people say it: until when, how long that is, and the exact moment for whoever asks. */
export type DueWords = {
  readonly until: string
  readonly rest: string
  readonly exact: string
  readonly tone: 'late' | 'soon' | 'plain'
}

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

export const weekdayWord = (t: T, day: PlainDate): string => t(`date.weekday.${weekdays[weekdayOf(day) - 1] ?? '1'}`)

/** 今天, 明天, 周五, 下周二, 5 月 20 日, and with the year where it is another one. */
export const dayWord = (t: T, day: PlainDate, today: PlainDate): string => {
  const away = daysBetween(today, day)
  if (away === 0) return t('date.today')
  if (away === 1) return t('date.tomorrow')
  if (away === 2) return t('date.after-tomorrow')
  if (away === -1) return t('date.yesterday')
  const weeksAway = Math.floor((away + weekdayOf(today) - 1) / 7)
  if (away > 0 && weeksAway === 0) return weekdayWord(t, day)
  if (away > 0 && weeksAway === 1) return t('date.next-week', { weekday: weekdayWord(t, day) })
  return calendarWord(t, day, today)
}

/** The plain date, without the year where that is the current one. */
export const calendarWord = (t: T, day: PlainDate, today: PlainDate): string => {
  const { year, month, day: number } = partsOf(day)
  return year === partsOf(today).year
    ? t('date.month-day', { month, day: number })
    : t('date.year-month-day', { year, month, day: number })
}

/** A limit on a day: it lasts until the day is over. */
export const dueDayWords = (t: T, dueOn: PlainDate | null, today: PlainDate): DueWords => {
  if (dueOn === null) return { until: t('date.undated'), rest: '', exact: '', tone: 'plain' }
  const left = daysBetween(today, dueOn)
  const day = dayWord(t, dueOn, today)
  const exact = `${dueOn} ${weekdayWord(t, dueOn)}`
  if (left < 0) return { until: t('date.days-late', { count: -left }), rest: day, exact, tone: 'late' }
  if (left === 0) return { until: t('date.today'), rest: '', exact, tone: 'soon' }
  const tone = left <= 3 ? 'soon' : 'plain'
  return { until: t('date.before', { when: day }), rest: t('date.days-left', { count: left }), exact, tone }
}

const minute = 60_000

/** A limit at a moment. The last second of a day reads as the day. */
export const dueInstantWords = (t: T, dueAt: string, now: string): DueWords => {
  const due = localTime(dueAt)
  const today = localTime(now).date
  const minutes = Math.round((millisecondsOf(dueAt) - millisecondsOf(now)) / minute)
  const wholeDay = due.time >= '23:59'
  const clock = due.time.slice(0, 5)
  const exact = `${due.date} ${weekdayWord(t, due.date)} ${clock}`
  if (wholeDay && due.date >= today) return { ...dueDayWords(t, due.date, today), exact }
  const day = dayWord(t, due.date, today)
  if (minutes < 0)
    return { until: lateWords(t, due.date, today, -minutes), rest: `${day} ${clock}`, exact, tone: 'late' }
  const when = due.date === today ? clock : `${day} ${clock}`
  const tone = daysBetween(today, due.date) <= 3 ? 'soon' : 'plain'
  return {
    until: t('date.before', { when: due.date === today ? `${clock} ` : `${when} ` }).trim(),
    rest: leftWords(t, due.date, today, minutes),
    exact,
    tone,
  }
}

const lateWords = (t: T, due: PlainDate, today: PlainDate, minutes: number): string => {
  const days = daysBetween(due, today)
  if (days > 0) return t('date.days-late', { count: days })
  return minutes < 60
    ? t('date.minutes-late', { count: Math.max(1, minutes) })
    : t('date.hours-late', { count: Math.floor(minutes / 60) })
}

const leftWords = (t: T, due: PlainDate, today: PlainDate, minutes: number): string => {
  const days = daysBetween(today, due)
  if (days > 0) return t('date.days-left', { count: days })
  return minutes < 60
    ? t('date.minutes-left', { count: Math.max(1, minutes) })
    : t('date.hours-left', { count: Math.floor(minutes / 60) })
}

/** When something happened: 刚刚, 8 分钟前, 今天 09:12, 昨天 16:20, 5 月 3 日 10:00. */
export const pastWords = (t: T, at: string, now: string): string => {
  const minutes = Math.floor((millisecondsOf(now) - millisecondsOf(at)) / minute)
  if (minutes >= 0 && minutes < 1) return t('date.just-now')
  if (minutes > 0 && minutes < 60) return t('date.minutes-ago', { count: minutes })
  const then = localTime(at)
  return `${dayWord(t, then.date, localTime(now).date)} ${then.time.slice(0, 5)}`
}

/** `2026-05-14 09:12`, for whoever hovers. */
export const exactWords = (at: string): string => {
  const { date, time } = localTime(at)
  return `${date} ${time.slice(0, 5)}`
}
