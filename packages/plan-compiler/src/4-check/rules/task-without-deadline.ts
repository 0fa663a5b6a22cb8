import { clued, holds } from '../../scan/clues.ts'
import { fewWithout, type Item } from '../item-lists.ts'
import { brief, windowsWithin } from '../places.ts'
import type { CheckedPlan, Rule } from '../rule.ts'

const labelled = clued(/(?:完成时限|完成时间|时间节点|时限|期限|时间要求|整改时限)\s?[:为]/)
const ongoing = /长期|常年|常态|持续|每[天日周月季半年个]|立行立改|即知即改|全年|随时|定期|经常|全程/

const longest = 4000

const wordsOf = (plan: CheckedPlan, { span }: Item): string =>
  plan.text.slice(span.start, Math.min(span.end, span.start + longest))

const isTimed = (plan: CheckedPlan, item: Item): boolean =>
  windowsWithin(plan, item.span).length > 0 ||
  holds(labelled, plan.text, item.span.start, Math.min(item.span.end, item.span.start + longest))

/** Where a list says by when, each of its items does. */
export const everyItemOfATimedListHasADeadline: Rule = plan =>
  plan.lists.flatMap(list =>
    fewWithout(list, item => isTimed(plan, item))
      .filter(item => !ongoing.test(wordsOf(plan, item)))
      .map(({ line }) => {
        const span = { start: line.body, end: line.end }
        return { code: 'task-without-deadline', params: { task: brief(plan, span) }, span }
      }),
  )
