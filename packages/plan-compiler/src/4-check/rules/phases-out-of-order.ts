import type { ReadWindow } from '../../vocabulary/windows.ts'
import { neighbours, runsBackwards } from '../neighbours.ts'
import { quote } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

const month = (date: string): number => Number(date.slice(-5, -3))

const nextYear = /次年|翌年|明年|来年|跨年|第二年/

const runsBack = ({ start, end, said, text }: ReadWindow): boolean => {
  if (said !== 'range' || start === null || end === null) return false
  const [first, last] = [start.slice(-5), end.slice(-5)]
  if ((start <= end && first <= last) || nextYear.test(text)) return false
  const years = text.match(/\d{4}年/g)?.length ?? 0
  return years >= 2 ? start > end : first > last && month(start) - month(end) <= 2
}

/** From July to June is a slip of the pen; from November to February is a winter. */
const backwards = (plan: CheckedPlan): readonly Finding[] =>
  plan.windows.filter(runsBack).map(({ start, end, at }) => {
    const params = { phase: quote(plan, at), start: (start ?? '').slice(-5), other: (end ?? '').slice(-5) }
    return { code: 'phases-out-of-order', params, span: at }
  })

const beforeItsTurn = (plan: CheckedPlan): readonly Finding[] =>
  neighbours(plan).flatMap(({ first, second }) => {
    if (!runsBackwards(first, second)) return []
    const start = second.phase.window?.start ?? second.phase.window?.end ?? ''
    return [
      {
        code: 'phases-out-of-order',
        params: { phase: second.name, start, other: first.name },
        span: second.head,
        related: [first.head],
      },
    ]
  })

/** Time runs forward. */
export const timeRunsForward: Rule = plan => [...backwards(plan), ...beforeItsTurn(plan)]
