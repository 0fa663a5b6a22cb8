import { isPlainDate, plainDate, weekdayOf } from '@luoshi/rules/plain-date'
import { clued } from '../../scan/clues.ts'
import { hitsOf, quote } from '../places.ts'
import type { Rule } from '../rule.ts'

const dated = clued(
  /(?:(20\d{2})年)?(?<!\d)(\d{1,2})月(\d{1,2})[日号]\(?(星期|礼拜|周)([一二三四五六日天])(?!边|围|报|刊|期|年)/g,
)
const names = '一二三四五六日'

/** A date and its day of the week belong together. */
export const everyDateFallsOnItsWeekday: Rule = plan =>
  hitsOf(plan, dated).flatMap(({ match, start, end }) => {
    const [, ofYear, month, day, , name = ''] = match
    const year = ofYear === undefined ? plan.commonYear : Number(ofYear)
    if (year === null || Number(month) < 1 || Number(month) > 12) return []
    const date = plainDate(year, Number(month), Number(day))
    if (!isPlainDate(date)) return []
    const due = names[weekdayOf(date) - 1] ?? ''
    if (due === (name === '天' ? '日' : name)) return []
    const span = { start, end }
    const params = { date: quote(plan, span).replace(/[(（]/, ''), year, weekday: weekdayOf(date) }
    return [{ code: 'weekday-mismatch', params, span, remedy: { span: { start: end - 1, end }, text: due } }]
  })
