import { clausesOf } from '../2-outline/sentences.ts'
import type { BudgetLine, Span } from '../plan.ts'
import { clued, endAt, fits, holds, matchesIn } from '../scan/clues.ts'
import { isHanNumeral, readNumber } from '../vocabulary/numerals.ts'
import { mostPerClause, type Passage, trimmed, wordsOf } from './passage.ts'

const money = clued(/(?:人民币)?(?:元|圆)(?:整|\/|人|每)?/y)
const longestNumber = 32
const currency = clued(/[元圆]/)
const starts = clued(/[\d一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾百佰]/g)

const amountAt = (text: string, at: number): { readonly yuan: number; readonly end: number } | null => {
  const number = readNumber(text, at)
  if (!number || number.value === null) return null
  const end = endAt(money, text, number.end)
  return end < 0 ? null : { yuan: number.value, end }
}

/** `(陆万元整)` right after its sum, and what is given by the head or taken for a deed: no money of the plan's own. */
const inCapitals = clued(/^\((?:人民币|大写[:为]?)*$/)
const forADeed = clued(
  /(?:(?:每[^,。;]{0,8}|各|分别)奖(?:励|补)(?!资金|经费)|奖励价值|奖励\d+[—\-~至]|罚|[并处]处|处以|(?:颁发|发给)[^,。;]{0,8}奖金|按?每[人户生名次]|扣(?!除税))[^,。;]{0,20}$/,
)
/** `(每站20万元)`: a rate. */
const rate = clued(/\(每个?(?![年月季])[\u4e00-\u9fff]{1,3}$/)
const allotted = clued(/(?:安排|设立|预算|筹集|筹措|列支|投入|拨付)/)
const givenAfter = clued(/^(?:以内|以下|左右)?(?:的)?罚款/)

const isDeed = (text: string, from: number, start: number, end: number): boolean => {
  const before = text.slice(from, start)
  if (fits(rate, before)) return true
  return !fits(allotted, before) && (fits(forADeed, before) || fits(givenAfter, text.slice(end, end + 8)))
}

/** `购置灭火器100具,计8000元`, `场地费:500元`: what the money is for stands in the clause before. */
const onlyCounts = /^(?:共?计|约|共|需|约需|共需|费用)?$/

/** Money allotted or needed, in yuan. Fines and prices per head are money too, but no budget. */
export const readBudget = (passage: Passage): readonly BudgetLine[] => {
  const { text } = passage
  const found: BudgetLine[] = []
  for (const { start, end } of passage.sentences) {
    if (!holds(currency, text, start, end)) continue
    let spokenOf: Span | null = null
    for (const [from, to] of clausesOf(text, start, end)) {
      // A number may run on over the comma at which the clause ends.
      if (!holds(currency, text, from, Math.min(to + longestNumber, text.length))) {
        spokenOf = trimmed(text, from, to)
        continue
      }
      let reached = from
      const most = found.length + mostPerClause
      for (const m of matchesIn(starts, text, from, to)) {
        const at = from + m.index
        if (found.length >= most) break
        if (at < reached || (at > from && isHanNumeral(text[at - 1] ?? ''))) continue
        const amount = amountAt(text, at)
        if (!amount) continue
        const before = reached
        reached = amount.end
        if (/罚款?|以下|罚$|大写[:为]?$/.test(text.slice(from, at)) || isDeed(text, from, at, amount.end)) continue
        if (before > from && holds(inCapitals, text, before, at)) continue
        const own = trimmed(text, before, at)
        const item = wordsOf(text, own).replace(/^其中[,:]?/, '')
        const elsewhere: Span | null = onlyCounts.test(item) ? spokenOf : null
        const span = trimmed(text, elsewhere && text[from - 1] === ':' ? elsewhere.start : from, to)
        const named = elsewhere ? wordsOf(text, elsewhere) : item
        found.push({ item: named || wordsOf(text, span), yuan: amount.yuan, span })
      }
      spokenOf = trimmed(text, from, to)
    }
  }
  return found
}
