import { clued, mayHold } from '../../scan/clues.ts'
import type { Item } from '../item-lists.ts'
import { brief } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

const omission = clued(/略|暂|待/)
const omitted = /^[(]?(?:略|此处省略|内容略|从略|暂缺|待补充|待定|暂无)[)]?[。.]?$/
const short = 14
const long = 40

const headingOf = ({ line }: Item): { start: number; end: number } => ({ start: line.body, end: line.end })

/** A line that names a subject and says nothing of it. */
const isBareHeading = ({ text }: CheckedPlan, { line, span }: Item): boolean =>
  line.end - line.body <= short && span.end === line.end && !/[,;:]|。./.test(text.slice(line.body, line.end))

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

const saysMuch = ({ line, span }: Item): boolean => span.end > line.end || line.end - line.body > long

/** Where its neighbours say something, a bare heading is one that was forgotten. */
const forgotten = (plan: CheckedPlan, items: readonly Item[]): ReadonlySet<Item> => {
  const told = items.filter(saysMuch).length
  const others = items.length - told
  if (others === 0 || told < 2 || told < others * 2) return noItems
  const bare = items.filter(item => isBareHeading(plan, item))
  return told + bare.length === items.length ? new Set(bare) : noItems
}

const noItems: ReadonlySet<Item> = new Set()

/** Every section says something. */
export const everySectionSaysSomething: Rule = plan => {
  const empty: Finding[] = []
  for (const { items } of plan.lists) {
    const bare = forgotten(plan, items)
    for (const item of items) if (bare.has(item) || isOmitted(plan, item)) empty.push(found(plan, item))
  }
  return empty
}
