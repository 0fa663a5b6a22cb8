import { sentenceAround } from '../places.ts'
import type { Rule } from '../rule.ts'

const leader = /组长|总指挥|指挥长|主任|负责人|牵头|队长|召集人|会长|挂帅|担任|任.{0,3}长/

/** Looking this far behind the body's name finds a leader that stands in a list below it. */
const reach = 260

/** Every body that has members has somebody who leads it. */
export const everyBodyHasALeader: Rule = plan => {
  const workingAreLed = plan.reading.groups.some(group => group.kind === 'working' && group.leaders.length > 0)
  return plan.reading.groups.flatMap(({ kind, name, leaders, members, deputies, span }) => {
    if (
      kind === 'office' ||
      (kind === 'working' && !workingAreLed) ||
      leaders.length > 0 ||
      members.length + deputies.length === 0
    )
      return []
    const end = Math.min(plan.reading.span.end, Math.max(span.end, span.start + reach))
    const { start } = sentenceAround(plan, span)
    if (leader.test(plan.text.slice(start, end))) return []
    return [{ code: 'body-without-leader', params: { name }, span }]
  })
}
