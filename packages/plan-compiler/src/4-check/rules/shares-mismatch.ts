import { clued } from '../../scan/clues.ts'
import { hitsOf, sentenceAround } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

const weighed = clued(/权重|比例|占比|比重|各?占/g)
/** What is shared out whole: marks, and who bears a cost. Members of one group may well belong to another too. */
const shared = /权重|分值|成绩|总分|得分|考核|测评|评分|经费|资金|出资|承担|负担|分担|补助|投入|财政/
const share = /(?<![\d.])(\d{1,2}(?:\.\d{1,2})?)%/g
/** Words that make a number a limit or a part of something else, or leave a remainder. */
const loose =
  /不低于|不少于|至少|不超过|不高于|最多|最高|以上|以下|以内|左右|约占|超过|达到|其余|剩余|余下|提高|降低|下降|增长|减少|同比|扣|加分|率/
const slip = 15

const sharesIn = (plan: CheckedPlan, start: number, end: number): Finding | null => {
  const words = plan.text.slice(start, end)
  if (!shared.test(words) || loose.test(words)) return null
  const shares = [...words.matchAll(share)]
  const [first, last] = [shares[0], shares[shares.length - 1]]
  if (shares.length < 2 || !first || !last) return null
  const sum = Number(shares.reduce((total, [, number]) => total + Number(number), 0).toFixed(2))
  if (sum === 100 || Math.abs(sum - 100) > slip) return null
  const at = (index: number): number => start + index
  return {
    code: 'shares-mismatch',
    params: { sum, items: shares.length },
    span: { start: at(first.index), end: at(last.index) + last[0].length },
    related: [],
  }
}

/** Parts of a whole make up the whole. */
export const sharesMakeUpTheWhole: Rule = plan => {
  let told = -1
  return hitsOf(plan, weighed).flatMap(hit => {
    if (hit.start < told) return []
    const { start, end } = sentenceAround(plan, { start: hit.start, end: hit.end })
    told = end
    const found = sharesIn(plan, start, end)
    return found ? [found] : []
  })
}
