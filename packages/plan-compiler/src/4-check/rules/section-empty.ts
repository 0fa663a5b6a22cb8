import { clued, mayHold } from '../../scan/clues.ts'
import type { Item } from '../item-lists.ts'
import { brief } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

const omission = clued(/略|暂|待/)
const omitted = /^[(]?(?:略|此处省略|内容略|从略|暂缺|待补充|待定|暂无)[)]?[。.]?$/
const short = 14
const long = 40

const headingOf = ({ line }: Item): { start: number; end: number } => ({ start: line.body, end: line.end })

const hasNothingUnder = ({ line, span }: Item): boolean => span.end === line.end

/** A line that names a subject and says nothing of it. */
const isBareHeading = (plan: CheckedPlan, item: Item): boolean => {
  const words = plan.text.slice(item.line.body, item.line.end)
  return words.length <= short && !/[,;:]|。./.test(words) && hasNothingUnder(item)
}

const isOmitted = (plan: CheckedPlan, { line, span }: Item): boolean => {
  if (!mayHold(omission, plan.text, line.body, Math.min(line.end + 20, plan.text.length))) return false
  const under = plan.text.slice(line.end, Math.min(span.end, line.end + 20)).trim()
  const words = plan.text.slice(line.body, line.end)
  const after = words.slice(words.search(/[:。]/) + 1)
  return omitted.test(under || after)
}

const found = (plan: CheckedPlan, item: Item): Finding => {
  const span = headingOf(item)
  return { code: 'section-empty', params: { heading: brief(plan, span) }, span }
}

/** Every section says something: where its neighbours do, a bare heading is one that was forgotten. */
export const everySectionSaysSomething: Rule = plan =>
  plan.lists.flatMap(({ items }) => {
    const bare = items.filter(item => isBareHeading(plan, item))
    const told = items.filter(({ line, span }) => span.end > line.end || line.end - line.body > long)
    const forgotten =
      told.length >= 2 && told.length >= bare.length * 2 && told.length + bare.length === items.length ? bare : []
    return items.filter(item => forgotten.includes(item) || isOmitted(plan, item)).map(item => found(plan, item))
  })
