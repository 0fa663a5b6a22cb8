import { clausesOf } from '../2-outline/sentences.ts'
import type { BudgetLine } from '../plan.ts'
import { isHanNumeral, readNumber } from '../vocabulary/numerals.ts'
import { mostPerClause, type Passage, trimmed, wordsOf } from './passage.ts'

const money = /(?:人民币)?(?:元|圆)(?:整|\/|人|每)?/y
const starts = /[\d一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾百佰]/g

const amountAt = (text: string, at: number): { readonly yuan: number; readonly end: number } | null => {
  const number = readNumber(text, at)
  if (!number || number.value === null) return null
  money.lastIndex = number.end
  if (!money.test(text)) return null
  return { yuan: number.value, end: money.lastIndex }
}

/** Money allotted or needed, in yuan. Fines and prices per head are money too, but no budget. */
export const readBudget = (passage: Passage): readonly BudgetLine[] => {
  const { text } = passage
  const found: BudgetLine[] = []
  for (const { start, end } of passage.sentences) {
    if (!/[元圆]/.test(text.slice(start, end))) continue
    for (const [from, to] of clausesOf(text, start, end)) {
      let reached = from
      const most = found.length + mostPerClause
      for (const m of text.slice(from, to).matchAll(starts)) {
        const at = from + m.index
        if (found.length >= most) break
        if (at < reached || (at > from && isHanNumeral(text[at - 1] ?? ''))) continue
        const amount = amountAt(text, at)
        if (!amount) continue
        const before = reached
        reached = amount.end
        if (/罚款?|以下|罚$|大写[:为]?$/.test(text.slice(from, at))) continue
        const span = trimmed(text, from, to)
        const own = trimmed(text, before, at)
        found.push({
          item: wordsOf(text, own).replace(/^其中[,:]?/, '') || wordsOf(text, span),
          yuan: amount.yuan,
          span,
        })
      }
    }
  }
  return found
}
