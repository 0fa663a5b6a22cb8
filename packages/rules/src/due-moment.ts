import { smallNumber, smallNumberPattern } from './chinese-number.ts'
import { clockTimesIn } from './clock-words.ts'
import type { ClockTime } from './local-time.ts'

/** A day within a period, as a phrase names it. Months count from 1: of the year, or of the period (季度首月). */
export type DayRule =
  | { readonly kind: 'weekday'; readonly weekday: number; readonly nth: number | null }
  | { readonly kind: 'month-day'; readonly day: number; readonly month: MonthRule | null }
  | { readonly kind: 'month-end'; readonly month: MonthRule }
  | { readonly kind: 'from-start'; readonly day: number }
  | { readonly kind: 'before-end'; readonly days: number }

export type MonthRule = { readonly of: 'year' | 'period'; readonly number: number }

/** When within its period something is due, read from words such as `周五 12:00前`, `25日前`, `每季度末前10天`. */
export type DueMoment = {
  readonly days: readonly DayRule[]
  /** By which times of day; several where the words name several. */
  readonly times: readonly ClockTime[]
  /** Said as a limit (前, 内, 底) and not as the day itself. */
  readonly isLimit: boolean
  readonly workingDaysOnly: boolean
  /** Each holiday (每逢节假日), or the working day before it (节前). */
  readonly holidays: 'during' | 'before' | null
}

/** Null, or words that name no day (月底, 季度末, 12:00前), give a moment without days: the end of the period. */
export const parseDueMoment = (at: string | null): DueMoment => {
  const text = (at ?? '').normalize('NFKC').replace(/\s+/g, '')
  return {
    days: dayRules(text),
    times: clockTimesIn(text),
    isLimit: /前|内|底|末|截止|不迟于|不晚于/.test(text),
    workingDaysOnly: /工作日/.test(text) || withoutHolidays.test(text),
    holidays: holidayRule(text),
  }
}

const withoutHolidays = /除(?:了|去)?(?:法定)?节假日|节假日(?:除外|不)/

const holidayRule = (text: string): DueMoment['holidays'] => {
  if (withoutHolidays.test(text)) return null
  return /节前/.test(text) ? 'before' : /节假日|节日|假期/.test(text) ? 'during' : null
}

const number = smallNumberPattern

/** Tried in order; the first that finds anything speaks for the whole phrase. */
const dayRules = (text: string): readonly DayRule[] => {
  for (const reader of readers) {
    const rules = reader(text)
    if (rules.length > 0) return rules
  }
  return []
}

const all = (pattern: string, text: string): readonly RegExpExecArray[] => [...text.matchAll(new RegExp(pattern, 'g'))]

const numberIn = (text: string | undefined, least: number, most: number): number | null => {
  const value = smallNumber(text ?? '')
  return value !== null && value >= least && value <= most ? value : null
}

const weekdays = '一二三四五六'

const weekdayNumber = (text: string): number => (weekdays.includes(text) ? weekdays.indexOf(text) + 1 : 7)

const day = '[一二三四五六日天]'

/** 周五, 每周一、周四, 周一至周五, 星期日, 第一个周三, 周末. */
const byWeekday = (text: string): readonly DayRule[] => {
  const listed = all(
    `(?:第(${number})(?:个|周的?)?)?(?:周|星期|礼拜)(${day}(?![个次日])(?:(?:[、,和及]|[至到-](?=周|星期|${day}))(?:周|星期)?${day}(?![个次日]))*)`,
    text,
  )
  const rules = listed.flatMap(([, nth, days = '']) =>
    weekdaysIn(days).map((weekday): DayRule => ({ kind: 'weekday', weekday, nth: numberIn(nth, 1, 5) })),
  )
  if (rules.length > 0) return rules
  return /周末|双休日/.test(text) ? [{ kind: 'weekday', weekday: 7, nth: null }] : []
}

/** `一、三` or `一至五`. */
const weekdaysIn = (days: string): readonly number[] => {
  const plain = days.replace(/周|星期/g, '')
  const span = new RegExp(`^(${day})[至到-](${day})$`).exec(plain)
  if (!span) return plain.split(/[、,和及至到-]/).map(weekdayNumber)
  const [first, last] = [weekdayNumber(span[1] ?? ''), weekdayNumber(span[2] ?? '')]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** 季度末前10天, 月底前3天: so many days before the end. */
const beforeEnd = (text: string): readonly DayRule[] =>
  all(`(?:末|底)(?:之?前|提前)(${number})(?:天|日)`, text).flatMap(([, count]): DayRule[] => {
    const days = numberIn(count, 1, 60)
    return days === null ? [] : [{ kind: 'before-end', days }]
  })

/** 前10天内, 下月前5日, 第一周内, 月初, 开学初: so many days after the start. */
const fromStart = (text: string): readonly DayRule[] => {
  const counted = all(`(?:前|头)(${number})(?:天|日)`, text).flatMap(([, count]): DayRule[] => {
    const day = numberIn(count, 1, 60)
    return day === null ? [] : [{ kind: 'from-start', day }]
  })
  if (counted.length > 0) return counted
  if (/(?:第一|首|头)(?:个?周|个星期)|开学/.test(text)) return [{ kind: 'from-start', day: 7 }]
  return /(?:月|季度?|年|期)初/.test(text) ? [{ kind: 'from-start', day: 5 }] : []
}

/** 6月底, 6月15日, 首月10日, 末月25日前, 6月、12月. */
const byMonth = (text: string): readonly DayRule[] => {
  const found = all(
    `(?:(${number})月份?|(首月|第一个月)|(第二个月)|(末月|最后一个?月))(?:(${number})[日号]|(上旬)|(中旬))?`,
    text,
  )
  return found.flatMap(([, named, first, second, last, day, early, middle]): DayRule[] => {
    const month = monthRule(named, first, second, last)
    if (!month) return []
    const on = early ? 10 : middle ? 20 : numberIn(day, 1, 31)
    return [on === null ? { kind: 'month-end', month } : { kind: 'month-day', day: on, month }]
  })
}

const monthRule = (named?: string, first?: string, second?: string, last?: string): MonthRule | null => {
  if (first) return { of: 'period', number: 1 }
  if (second) return { of: 'period', number: 2 }
  if (last) return { of: 'period', number: 0 }
  const number = numberIn(named, 1, 12)
  return number === null ? null : { of: 'year', number }
}

/** 25日前, 5日、20日, 每月10号. */
const byDay = (text: string): readonly DayRule[] =>
  all(`(${number})(?=(?:[日号]?[、,和及]${number})*[日号])(?![天个次])`, text).flatMap(([, day]): DayRule[] => {
    const on = numberIn(day, 1, 31)
    return on === null ? [] : [{ kind: 'month-day', day: on, month: null }]
  })

/** 上旬, 中旬, 下旬. */
const byDecade = (text: string): readonly DayRule[] =>
  all('([上中下])旬', text).map(
    ([, which]): DayRule =>
      which === '下'
        ? { kind: 'before-end', days: 0 }
        : { kind: 'month-day', day: which === '上' ? 10 : 20, month: null },
  )

const readers = [byWeekday, beforeEnd, byMonth, fromStart, byDay, byDecade]
