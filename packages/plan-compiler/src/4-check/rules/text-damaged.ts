import type { Span } from '../../plan.ts'
import { clued } from '../../scan/clues.ts'
import { byLine } from '../by-line.ts'
import { hitsOf, quote, sentenceAround } from '../places.ts'
import type { CheckedPlan, Rule } from '../rule.ts'

const marks = clued(
  /[\ufffd\ue000-\uf8ff]+|(?:锟斤拷|烫烫烫|屯屯屯)+|(?<=[\u4e00-\u9fff])\?{1,4}(?=[\u4e00-\u9fff,。、;])|(?<=[\u4e00-\u9fff])□+(?=[\u4e00-\u9fff])|&(?:nbsp|amp|lt|gt|quot|#\d{2,5});/g,
)

const asks = /怎么|什么|谁|哪|吗|呢|何|是否|几|多少|为啥|([\u4e00-\u9fff]{1,2})[不没]\1/

/** A question mark in the middle of words that ask nothing stands for a character that was lost. */
const isLoss = (plan: CheckedPlan, span: Span): boolean => {
  const written = quote(plan, span)
  if (!/^[?？]+$/.test(written)) return true
  if (written.startsWith('？')) return false
  const sentence = sentenceAround(plan, { start: span.start, end: span.start }, 60)
  return !asks.test(plan.text.slice(sentence.start, span.start))
}

/** No character was lost. */
export const noCharacterWasLost: Rule = plan => {
  const lost = hitsOf(plan, marks).filter(span => isLoss(plan, span))
  return byLine(plan, lost).map(({ first, others, count }) => ({
    code: 'text-damaged',
    params: { mark: quote(plan, first), count },
    span: first,
    related: others,
  }))
}
