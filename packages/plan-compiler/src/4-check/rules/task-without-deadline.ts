import { type Item, itemLists } from '../item-lists.ts'
import { brief, windowsWithin } from '../places.ts'
import type { CheckedPlan, Rule } from '../rule.ts'

const timed =
  /(?:完成时限|完成时间|时间节点|时限|期限|时间要求|整改时限)\s?[:为]|长期坚持|常年|持续|每[天日周月季年]|立行立改|即知即改|全年/

const says = (plan: CheckedPlan, { span }: Item): boolean =>
  windowsWithin(plan, span).length > 0 ||
  timed.test(plan.text.slice(span.start, Math.min(span.end, span.start + longest)))

const longest = 4000
const least = 3

/** Where a list says by when, each of its items does. */
export const everyItemOfATimedListHasADeadline: Rule = plan =>
  itemLists(plan).flatMap(({ items }) => {
    if (items.length <= least) return []
    const without = items.filter(item => !says(plan, item))
    if (without.length === 0 || without.length * 4 > items.length) return []
    return without.map(({ line }) => {
      const span = { start: line.body, end: line.end }
      return { code: 'task-without-deadline', params: { task: brief(plan, span) }, span }
    })
  })
