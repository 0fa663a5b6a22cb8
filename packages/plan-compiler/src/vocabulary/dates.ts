import { characters, firstOf, isDigit } from '../scan/characters.ts'
import { clued, matchAt } from '../scan/clues.ts'
import { hanValue } from './numerals.ts'

/** A year that is masked (`20xx年`) is null, as is one that is not given. */
type Year = number | null

/** One date expression. `first` and `last` are the days it covers; a point is the same day twice. */
export type DatePoint = {
  readonly start: number
  readonly end: number
  readonly year: Year
  readonly yearGiven: boolean
  readonly month: number
  readonly first: number
  readonly last: number
  readonly precision: 'day' | 'part' | 'month' | 'half' | 'quarter' | 'year'
  /** For spans longer than a month. */
  readonly lastMonth: number
  /** `底`, `末`: the end is meant, not the whole. */
  readonly atEnd: boolean
  readonly atBeginning: boolean
}

const han = '[〇○零一二两三四五六七八九十廿卅]'
const yearPart =
  '(?:(20\\d{2}|19\\d{2}|1[01]\\d(?=年(?:\\d{1,2}月|底|末|[上下]半年|第))|20[xX×*_?？—–-]{1,4}|[xX×*]{4}|二[〇○零]' +
  han +
  '{2})年度?|(今年|本年度?|当年|明年|次年|来年|翌年)的?)?'
const monthPart = `(\\d{1,2}|${han}{1,3})月份?`
const dayPart = `(?:(\\d{1,2}|${han}{1,3})[日号]|(上旬|中旬|下旬|初|底|末|中)?)`
const dated = clued(new RegExp(`${yearPart}${monthPart}${dayPart}`, 'y'))
const numeric = clued(/(20\d{2})[.\-/](\d{1,2})[.\-/](\d{1,2})(?!\d)/y)
const longSpan = clued(
  new RegExp(
    `${yearPart}(上半年|下半年|(?<![下上每近前])第?[一二三四1-4]季度|年底|年末|年初|年终(?!考|总|评|奖|目)|底|末)`,
    'y',
  ),
)
/** All that a date may look like. */
export const dateShapes = [numeric, dated, longSpan] as const
const bareDay = clued(new RegExp(`(\\d{1,2}|${han}{1,3})[日号]`, 'y'))

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const daysIn = (month: number, year: Year): number =>
  month === 2 && year !== null && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
    ? 28
    : (monthDays[month - 1] ?? 31)

const numberOf = (s: string): number => {
  const plain = Number(s)
  return Number.isNaN(plain) ? (hanValue(s) ?? 0) : plain
}

const yearOf = (written: string | undefined): Year => {
  // Years of the republic, as counted in Taiwan.
  if (written?.length === 3) return 1911 + Number(written)
  if (written === undefined || written.length !== 4 || !/^(?:\d{4}|二[〇○零].{2})$/.test(written)) return null
  const year = numberOf(written)
  return year >= 1900 && year < 2100 ? year : null
}

const dayRange = (month: number, year: Year, day: string | undefined, part: string | undefined) => {
  const last = daysIn(month, year)
  if (day !== undefined) return { first: numberOf(day), last: numberOf(day), precision: 'day' as const }
  if (part === '上旬') return { first: 1, last: 10, precision: 'part' as const }
  if (part === '中旬') return { first: 11, last: 20, precision: 'part' as const }
  if (part === '下旬') return { first: 21, last, precision: 'part' as const }
  if (part === '初') return { first: 1, last: 10, precision: 'part' as const }
  if (part === '中') return { first: 1, last: 15, precision: 'part' as const }
  if (part === '底' || part === '末') return { first: last, last, precision: 'part' as const }
  return { first: 1, last, precision: 'month' as const }
}

const [monthSign, yearSign, half] = [...'月年半'].map(c => c.charCodeAt(0))
const [yearEnds, halves, yearSigns] = [characters('底末初终'), characters('上下'), characters('年季')]
const longestYear = 8
const zero = '0'.charCodeAt(0)
const farthest = 16

const monthIsNear = (text: string, at: number): boolean => {
  for (let i = at; i < at + farthest; i++) if (text.charCodeAt(i) === monthSign) return true
  return false
}

/** A span longer than a month begins with a year, with a quarter, with half a year, or with the year's end or beginning. */
const mayBeLongSpan = (text: string, at: number): boolean => {
  const first = text.charCodeAt(at)
  if (first === yearSign) return yearEnds[text.charCodeAt(at + 1)] === 1
  if (halves[first] === 1) return text.charCodeAt(at + 1) === half
  return firstOf(yearSigns, text, at + 1, at + longestYear) > 0
}

/** What may go on a date after its month, besides a day in digits. */
const goesOn = characters('份〇○零一二两三四五六七八九十廿卅上中下初底末')
const daySigns = characters('日号')

/** `3月`, `3月15日`: most dates are no more than that; null where there is more to be looked at. */
const plainMonthDay = (text: string, at: number): DatePoint | null => {
  const first = text.charCodeAt(at) - zero
  if (first < 0 || first > 9) return null
  let end = at + 1
  let month = first
  if (isDigit(text.charCodeAt(end))) month = month * 10 + text.charCodeAt(end++) - zero
  if (text.charCodeAt(end) !== monthSign || month < 1 || month > 12) return null
  end++
  const place = { year: null, yearGiven: false, month, lastMonth: month } as const
  const next = text.charCodeAt(end)
  if (goesOn[next] === 1) return null
  if (!isDigit(next)) {
    const last = daysIn(month, null)
    return { start: at, end, ...place, first: 1, last, precision: 'month', atEnd: false, atBeginning: false }
  }
  let day = next - zero
  end++
  if (isDigit(text.charCodeAt(end))) day = day * 10 + text.charCodeAt(end++) - zero
  if (daySigns[text.charCodeAt(end)] !== 1 || day < 1 || day > 31) return null
  return {
    start: at,
    end: end + 1,
    ...place,
    first: day,
    last: day,
    precision: 'day',
    atEnd: false,
    atBeginning: false,
  }
}

const readMonthDay = (text: string, at: number): DatePoint | null => {
  const plain = plainMonthDay(text, at)
  if (plain) return plain
  if (!monthIsNear(text, at)) return null
  const m = matchAt(dated, text, at)
  if (!m) return null
  const month = numberOf(m[3] ?? '')
  if (month < 1 || month > 12) return null
  const year = yearOf(m[1])
  const range = dayRange(month, year, m[4], m[5])
  if (range.first < 1 || range.first > 31) return null
  return {
    ...{ start: at, end: at + m[0].length, year, yearGiven: m[1] !== undefined, month, lastMonth: month, ...range },
    atEnd: m[5] === '底' || m[5] === '末',
    atBeginning: m[5] === '初',
  }
}

const separators = characters('.-/')

const readNumeric = (text: string, at: number): DatePoint | null => {
  const m = separators[text.charCodeAt(at + 4)] !== 1 ? null : matchAt(numeric, text, at)
  if (!m) return null
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const place = { start: at, end: at + m[0].length, year, yearGiven: true, month, lastMonth: month }
  return { ...place, first: day, last: day, precision: 'day', atEnd: false, atBeginning: false }
}

const spanMonths = (word: string): readonly [number, number] => {
  if (word === '上半年') return [1, 6]
  if (word === '下半年') return [7, 12]
  const quarter = /[一二三四1-4](?=季度)/.exec(word)
  if (quarter) {
    const n = numberOf(quarter[0])
    return [n * 3 - 2, n * 3]
  }
  return word === '年初' ? [1, 1] : [12, 12]
}

const readLongSpan = (text: string, at: number): DatePoint | null => {
  if (!mayBeLongSpan(text, at)) return null
  const m = matchAt(longSpan, text, at)
  if (!m) return null
  const word = m[3] ?? ''
  if ((word === '底' || word === '末') && m[1] === undefined && m[2] === undefined) return null
  const year = yearOf(m[1])
  const [month, lastMonth] = spanMonths(word)
  const atEnd = /底|末|终/.test(word)
  const last = daysIn(lastMonth, year)
  const precision = word.includes('季') ? 'quarter' : word.includes('半年') ? 'half' : 'part'
  const place = { start: at, end: at + m[0].length, year, yearGiven: m[1] !== undefined, month, lastMonth }
  return {
    ...place,
    first: atEnd ? last : 1,
    last: word === '年初' ? 31 : last,
    precision,
    atEnd,
    atBeginning: word === '年初',
  }
}

/** Reads the date expression that starts at `at`, if one does. */
export const readDate = (text: string, at: number): DatePoint | null =>
  readNumeric(text, at) ?? readMonthDay(text, at) ?? readLongSpan(text, at)

/** Reads a bare `25日` as a day of the month of `from` (`4月20日至25日`). */
export const readBareDay = (text: string, at: number, from: DatePoint): DatePoint | null => {
  const m = matchAt(bareDay, text, at)
  if (!m) return null
  const day = numberOf(m[1] ?? '')
  if (day < 1 || day > 31) return null
  return {
    ...from,
    start: at,
    end: at + m[0].length,
    first: day,
    last: day,
    precision: 'day',
    atEnd: false,
    atBeginning: false,
  }
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/** `YYYY-MM-DD`, or `MM-DD` without a year. */
export const writeDate = (year: Year, month: number, day: number): string =>
  `${year === null ? '' : `${year}-`}${two(month)}-${two(day)}`
