import type { Line } from '../../2-outline/lines.ts'
import { clued } from '../../scan/clues.ts'
import { hanValue } from '../../vocabulary/numerals.ts'
import type { ReadWindow } from '../../vocabulary/windows.ts'
import { dayOf, monthsAfter } from '../calendar.ts'
import { hitsInLines, lineAt, quote, windowsWithin } from '../places.ts'
import type { CheckedPlan, Rule } from '../rule.ts'

const durations = clued(
  /(?<![第每前后近约过逾\d一二两三四五六七八九十])(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)个?(多?)(月|周|星期|天|年)(?!份|度|级|内|以|之|来|前|后|左右|[一二三四五六七八九十\d])/g,
)

const near = 12
const reach = 60

/** The number of days that a length allows, least and most, from a given day. */
const allowed = (plan: CheckedPlan, count: number, unit: string, start: string): readonly [number, number] => {
  const year = plan.commonYear
  const first = dayOf(start, year) ?? 0
  const months = unit === '月' ? count : unit === '年' ? count * 12 : 0
  if (months >= 1) {
    const exact = (monthsAfter(start, Math.round(months), year) ?? first) - first
    return [exact - 3, exact + 3]
  }
  if (unit === '月' || unit === '年') return unit === '月' ? [13, 17] : [176, 187]
  return unit === '天' ? [count - 1, count + 1] : [count * 7 - 2, count * 7 + 1]
}

/** The window that a duration is said of: in the same sentence, with hardly a word between. */
const windowBeside = (plan: CheckedPlan, start: number, end: number): ReadWindow | undefined =>
  windowsWithin(plan, { start: start - reach, end: end + reach }).find(w => {
    if (w.said !== 'range' || w.start === null || w.end === null) return false
    const [from, to] = w.at.start >= end ? [end, w.at.start] : [w.at.end, start]
    return to >= from && to - from <= near && !/[。;\n]/.test(plan.text.slice(from, to))
  })

/** The lines that tell a beginning and an end: a length that is said of them stands in the same one. */
const linesWithRanges = (plan: CheckedPlan): readonly Line[] => {
  const found: Line[] = []
  for (const { said, at } of plan.windows) {
    const line = said === 'range' ? lineAt(plan, at.start) : null
    if (line && line !== found.at(-1)) found.push(line)
  }
  return found
}

/** A length said beside two dates is the length between them. */
export const lengthFitsItsDates: Rule = plan =>
  hitsInLines(plan, linesWithRanges(plan), durations).flatMap(({ match, start, end }) => {
    const count =
      match[1] === '半' ? 0.5 : /\d/.test(match[1] ?? '') ? Number(match[1]) : (hanValue(match[1] ?? '') ?? 0)
    const window = match[2] === '' && count > 0 ? windowBeside(plan, start, end) : undefined
    if (!window || window.start === null) return []
    const year = plan.commonYear
    const [first, last] = [dayOf(window.start, year), dayOf(window.end, year)]
    if (first === null || last === null || last < first) return []
    const days = last - first + 1
    const [least, most] = allowed(plan, count, match[3] ?? '', window.start)
    if (days >= least && days <= most) return []
    const said = { start, end }
    const params = { said: quote(plan, said), window: quote(plan, window.at), days }
    return [{ code: 'duration-mismatch', params, span: said, related: [window.at] }]
  })
