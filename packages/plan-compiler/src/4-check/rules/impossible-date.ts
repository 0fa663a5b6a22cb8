import type { Span } from '../../plan.ts'
import { isDigit } from '../../scan/characters.ts'
import { clued } from '../../scan/clues.ts'
import { daysIn } from '../../vocabulary/dates.ts'
import { hanValue } from '../../vocabulary/numerals.ts'
import { hitsOf, quote } from '../places.ts'
import type { CheckedPlan, Rule } from '../rule.ts'

const han = '[一二三四五六七八九十]{1,3}'
/** In every month of every year, as nearly all dates are. */
const plain = '(?:[1-9]|1[0-2])月(?:[1-9]|1\\d|2[0-8])[日号]'
const dates = clued(
  new RegExp(
    `(?:(20\\d{2})年)?(?<![\\d.一二三四五六七八九十])(?!${plain})(\\d{1,2}|${han})月(\\d{1,2}|${han})[日号]|(?<!\\d)(20\\d{2})[.\\-/](\\d{1,2})[.\\-/](\\d{1,2})(?![\\d.])`,
    'g',
  ),
)

const numberOf = (s: string): number => (isDigit(s.charCodeAt(0)) ? Number(s) : (hanValue(s) ?? 0))

/** Where a time ends, the day that the month does not have is its last one. */
const isLastDay = ({ text }: CheckedPlan, { start, end }: Span): boolean =>
  /[至到—~-]$/.test(text.slice(start - 1, start)) || /^(?:前|之前|以前|止|底)/.test(text.slice(end, end + 2))

const withDay = (written: string, day: number): string =>
  written.replace(/[\d一二三四五六七八九十]+(?=[日号]?$)/, String(day))

/** Every date is on the calendar. */
export const everyDateIsOnTheCalendar: Rule = plan =>
  hitsOf(plan, dates).flatMap(({ match, start, end }) => {
    const written = match[1] ?? match[4]
    const year = written === undefined ? plan.year : Number(written)
    const [month, day] = [numberOf(match[2] ?? match[5] ?? ''), numberOf(match[3] ?? match[6] ?? '')]
    const last = month >= 1 && month <= 12 ? daysIn(month, year) : 0
    if (day >= 1 && day <= last) return []
    const span = { start, end }
    const known = last > 0 && day > last && day <= 31 && (month !== 2 || year !== null)
    const remedy = known && isLastDay(plan, span) && { span, text: withDay(quote(plan, span), last) }
    return [{ code: 'impossible-date', params: { date: quote(plan, span), last }, span, ...(remedy && { remedy }) }]
  })
