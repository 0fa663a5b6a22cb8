import type { PlanDate, Window } from '../plan.ts'
import { characters, isDigit } from '../scan/characters.ts'
import { beginningsOf, type Clued, clued, endAt, matchAt, mayHold, mayHoldFrom, oncePerPlace } from '../scan/clues.ts'
import { type DatePoint, dateShapes, daysIn, readBareDay, readDate, writeDate } from './dates.ts'

/** A window with its place in the text and how it was said. */
export type ReadWindow = Window & {
  readonly at: { readonly start: number; readonly end: number }
  /** `by`: a limit (…前, …底); `from`: a beginning only; `range`: both ends; `at`: one date or month, no limit said. */
  readonly said: 'by' | 'from' | 'range' | 'at'
}

const opening = clued(/从|自|于|在/y)
const sinceNow = clued(/(?:从|自)?(?:即日|现在|今日)(?:起|开始)?/y)
const joint = clued(/(?:起|开始)?(?:至|到|—{1,2}|–|-{1,2}|~|～|－|─{1,2})(?:次年)?/y)
const before = clued(/(?:\([^()]{0,6}\))?(?:以前|之前|前|止|截止|内)/y)
const after = clued(/(?:起|开始|以后|之后|后)/y)

const skip = (pattern: Clued, text: string, at: number): number => Math.max(at, endAt(pattern, text, at))

const firstDay = (p: DatePoint, year: number | null): PlanDate => writeDate(year, p.month, p.first)
const lastDay = (p: DatePoint, year: number | null): PlanDate => writeDate(year, p.lastMonth, p.last)

const between = (text: string, from: DatePoint, to: DatePoint, defaultYear: number | null) => {
  const startYear = from.year ?? (from.yearGiven || !to.yearGiven ? defaultYear : (to.year ?? defaultYear))
  const rolls = to.month < from.month && !to.yearGiven
  const endYear = to.year ?? (to.yearGiven || startYear === null ? defaultYear : rolls ? startYear + 1 : startYear)
  const start = from.atEnd ? lastDay(from, startYear) : firstDay(from, startYear)
  return { start, end: lastDay(to, endYear), text: text.slice(from.start, to.end) }
}

const monthEnd = clued(/(?:本|当)?月[底末]/y)

/** `6月21日至月底`: the end of the month that the range begins in. */
const readMonthEnd = (text: string, at: number, from: DatePoint): DatePoint | null => {
  const end = endAt(monthEnd, text, at)
  if (end < 0) return null
  const last = daysIn(from.month, from.year)
  return { ...from, start: at, end, first: last, last, precision: 'part', atEnd: true, atBeginning: false }
}

const ranged = (text: string, begin: number, from: DatePoint, defaultYear: number | null): ReadWindow | null => {
  const joined = skip(joint, text, from.end)
  if (joined === from.end) return null
  const to = readDate(text, joined) ?? readBareDay(text, joined, from) ?? readMonthEnd(text, joined, from)
  if (!to) {
    return {
      text: text.slice(begin, joined),
      start: firstDay(from, from.year ?? defaultYear),
      end: null,
      at: { start: begin, end: from.end },
      said: 'from',
    }
  }
  const end = skip(before, text, to.end)
  return {
    ...between(text, from, to, defaultYear),
    text: text.slice(begin, end),
    at: { start: begin, end },
    said: 'range',
  }
}

const single = (text: string, begin: number, point: DatePoint, defaultYear: number | null): ReadWindow => {
  const year = point.year ?? defaultYear
  const limit = skip(before, text, point.end)
  const at = (end: number) => ({ text: text.slice(begin, end), at: { start: begin, end } })
  if (limit > point.end) return { ...at(limit), start: null, end: lastDay(point, year), said: 'by' }
  if (point.atEnd) return { ...at(point.end), start: null, end: lastDay(point, year), said: 'by' }
  const since = skip(after, text, point.end)
  if (since > point.end) return { ...at(since), start: firstDay(point, year), end: null, said: 'from' }
  return { ...at(point.end), start: firstDay(point, year), end: lastDay(point, year), said: 'at' }
}

const fromNow = (text: string, at: number, defaultYear: number | null): ReadWindow | null => {
  const now = skip(sinceNow, text, at)
  if (now === at) return null
  const joined = skip(joint, text, now)
  const to = joined > now ? readDate(text, joined) : null
  if (!to) return null
  const end = skip(before, text, to.end)
  const last = lastDay(to, to.year ?? defaultYear)
  return { text: text.slice(at, end), start: null, end: last, at: { start: at, end }, said: 'range' }
}

const bareMonths = clued(/(?:(20\d\d)年)?(\d{1,2})(?:—{1,2}|–|-{1,2}|~|至|到)(\d{1,2})月份?(?:底|末)?(?![\d日])/y)

const dashes = characters('—–-~至到')
const [yearSign, yearLength] = ['年'.charCodeAt(0), 4]

/** Whether a number of one or two digits, with or without a year before it, goes on as a range. */
const mayBeRange = (text: string, begin: number): boolean => {
  const dated = text.charCodeAt(begin + yearLength) === yearSign && isDigit(text.charCodeAt(begin + yearLength - 1))
  let at = dated ? begin + yearLength + 1 : begin
  for (const most = at + 2; at < most && isDigit(text.charCodeAt(at)); ) at++
  return dashes[text.charCodeAt(at)] === 1
}

/** `10—11月`, `4至6月`: a range of months whose first leaves out its sign. */
const readMonths = (text: string, begin: number, defaultYear: number | null): ReadWindow | null => {
  const m = !mayBeRange(text, begin) ? null : matchAt(bareMonths, text, begin)
  if (!m) return null
  const [first, last] = [Number(m[2]), Number(m[3])]
  if (first < 1 || last > 12 || first >= last) return null
  const year = m[1] === undefined ? defaultYear : Number(m[1])
  const at = { start: begin, end: begin + m[0].length }
  const [start, end] = [writeDate(year, first, 1), writeDate(year, last, daysIn(last, year))]
  return { text: m[0], start, end, at, said: 'range' }
}

const mayBegin = beginningsOf(opening, sinceNow, bareMonths, ...dateShapes)

/** Reads the window of time that starts at `at`: `4月20日至25日`, `5月底前`, `即日起至6月底`, `3月上旬`. */
export const readWindow = (text: string, at: number, defaultYear: number | null): ReadWindow | null =>
  at < text.length && mayBegin(text.charCodeAt(at)) ? readOnce(text, at, defaultYear ?? noYear) : null

const [noYear, remembered] = [-1, 4096]

/** Tasks, phases, milestones and checks all ask for the windows of a plan. */
const readOnce = oncePerPlace((text, at, year) => readAt(text, at, year === noYear ? null : year), remembered)

const readAt = (text: string, at: number, defaultYear: number | null): ReadWindow | null => {
  const now = fromNow(text, at, defaultYear)
  if (now) return now
  const months = readMonths(text, skip(opening, text, at), defaultYear)
  if (months) return months
  const point = readDate(text, skip(opening, text, at))
  if (!point) return null
  return ranged(text, at, point, defaultYear) ?? single(text, at, point, defaultYear)
}

/** What a window may begin with, and signs of which every window has one, not far from its beginning. */
const beginnings = characters('0123456789〇○二一三四五六七八九十两今本当明次来翌从自即现xX×*上下第年')
const signs = characters('月季年底末.-/')
const farthest = 24

const tells = clued(/月|季度|年[底初末终]|半年|20\d\d[.\-/]|即日|现在|今日/)

const none: readonly ReadWindow[] = []

/** False where no window of time can stand between two offsets. */
export const tellsTime = (text: string, start: number, end: number): boolean => mayHold(tells, text, start, end)

const sometime = clued(/月|季度|半年|年[初终]|底|末|20\d\d[.\-/]/)

/** False where no window that `readWindow` reads, wherever it is asked to, can stand between two offsets. */
export const mayTellTime = (text: string, start: number, end: number): boolean => mayHold(sometime, text, start, end)

const anySign = clued(/[月季年底末.\-/]/)
/** So much is looked at where a sign may stand before that is asked again. */
const stretch = 32

const nextSign = (text: string, start: number, end: number): number => {
  for (let at = mayHoldFrom(anySign, text, start); at < end; at = mayHoldFrom(anySign, text, at))
    for (const stop = Math.min(end, at + stretch); at < stop; at++) if (signs[text.charCodeAt(at)] === 1) return at
  return end
}

/** Every window of time between two offsets, left to right, none inside another. */
export const windowsIn = (
  text: string,
  start: number,
  end: number,
  defaultYear: number | null,
): readonly ReadWindow[] => {
  if (!tellsTime(text, start, end)) return none
  const found: ReadWindow[] = []
  let sign = -1
  for (let at = start; at < end; at++) {
    if (sign <= at) sign = nextSign(text, at, end)
    if (sign === end) break
    if (at < sign - farthest) at = sign - farthest
    if (beginnings[text.charCodeAt(at)] === 0) continue
    if (at > start && isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at - 1))) continue
    const read = readWindow(text, at, defaultYear)
    if (!read || read.at.end > end) continue
    found.push(read)
    at = read.at.end - 1
  }
  return found
}
