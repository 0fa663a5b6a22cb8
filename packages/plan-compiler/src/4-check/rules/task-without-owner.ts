import { type Clued, clued, holds } from '../../scan/clues.ts'
import { fewWithout, type Item } from '../item-lists.ts'
import { brief } from '../places.ts'
import type { CheckedPlan, Rule } from '../rule.ts'

const labelled = clued(
  /(?:责任单位|责任部门|牵头单位|牵头部门|责任人|牵头领导|责任领导|负责单位|主办单位|承办单位|落实单位|包抓领导)\s?[:为是]|[(](?:牵头|责任|负责)[^()]{2,60}[)]/,
)
const owned = clued(/由[^,。;]{2,20}|负责|牵头|承担/)

const longest = 4000

const says = (plan: CheckedPlan, { span }: Item, pattern: Clued): boolean =>
  holds(pattern, plan.text, span.start, Math.min(span.end, span.start + longest))

/** Where a list labels who does what, each of its items names somebody. */
export const everyItemOfAnAssignedListHasAnOwner: Rule = plan =>
  plan.lists.flatMap(list =>
    fewWithout(list, item => says(plan, item, labelled))
      .filter(item => !says(plan, item, owned))
      .map(({ line }) => {
        const span = { start: line.body, end: line.end }
        return { code: 'task-without-owner', params: { task: brief(plan, span) }, span }
      }),
  )
