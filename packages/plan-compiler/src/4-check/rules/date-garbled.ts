import { clued } from '../../scan/clues.ts'
import { hitsOf, quote } from '../places.ts'
import type { Rule } from '../rule.ts'

/** A month without its 月, a year of three or five digits, a day without its number … */
const garbled = clued(
  /(?<=[年至到于在,。;:()、\n])(?:1[0-2]|[1-9])底(?=前|之前|以前|[,。;)\n完召全])|(?:19|20)[\dxX×*_＿]{2}_*月|(?<!\d)20\d年(?=\d{1,2}月|底|初|度)|(?<!\d)20\d{3}年(?=\d{1,2}月)|(?<!\d)(?:1[0-2]|[1-9])月日|(?<=[,。;:(至到于自从])月\d{1,2}日/g,
)

/** Every date is written whole. */
export const everyDateIsWhole: Rule = plan =>
  hitsOf(plan, garbled).map(({ start, end }) => {
    const span = { start, end }
    const written = quote(plan, span)
    const month = /^\d{1,2}(?=底$)/.exec(written)?.[0]
    const remedy = month && { span, text: `${month}月底` }
    return { code: 'date-garbled', params: { written }, span, ...(remedy && { remedy }) }
  })
