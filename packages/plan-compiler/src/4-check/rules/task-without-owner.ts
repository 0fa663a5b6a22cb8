import { type Item, itemLists } from '../item-lists.ts'
import { brief } from '../places.ts'
import type { CheckedPlan, Rule } from '../rule.ts'

const owned =
  /(?:责任单位|责任部门|牵头单位|牵头部门|责任人|牵头领导|责任领导|负责单位|主办单位|承办单位|分管领导|落实单位|包抓领导)\s?[:为是]|[(](?:牵头|责任|负责)[^()]{2,60}[)]|由[^,。;]{2,20}(?:负责|牵头)|[^,。;]{2,20}(?:负责|牵头)/

const says = (plan: CheckedPlan, { span }: Item): boolean =>
  owned.test(plan.text.slice(span.start, Math.min(span.end, span.start + longest)))

const longest = 4000
const least = 3

/** Where a list names who does what, each of its items does. */
export const everyItemOfAnAssignedListHasAnOwner: Rule = plan =>
  itemLists(plan).flatMap(({ items }) => {
    if (items.length <= least) return []
    const without = items.filter(item => !says(plan, item))
    if (without.length === 0 || without.length * 4 > items.length) return []
    return without.map(({ line }) => {
      const span = { start: line.body, end: line.end }
      return { code: 'task-without-owner', params: { task: brief(plan, span) }, span }
    })
  })
