import type { Span } from '../../plan.ts'
import { lineIndexAt, sentenceAround } from '../places.ts'
import type { CheckedPlan, Rule } from '../rule.ts'

/** Somebody at the head; neither a deputy nor the head of the body's office. */
const leader =
  /(?<!副)(?:组长|总指挥|指挥长|会长|队长|召集人)|(?<!副|办公室)主任委员|(?<!副|办公室)主任\s?[:由]|(?<!副)主任由|任(?!办公室|副)[^,。;副]{0,6}主任|牵头|挂帅|负责人(?:\s?:|为(?!成员|组员))|担任(?!办公室|副)/
const labelled = /^.{0,8}(?:组长|成员|组员|指挥|主任|副主任|常务|召集人)/

/** The sentence that sets the body up, and the lines of names below it. */
const setUp = (plan: CheckedPlan, span: Span): string => {
  const sentence = sentenceAround(plan, span)
  let end = sentence.end
  for (let i = lineIndexAt(plan, span.start) + 1; i < plan.lines.length; i++) {
    const line = plan.lines[i]
    if (!line || !labelled.test(plan.text.slice(line.start, Math.min(line.end, line.start + 16)))) break
    end = line.end
  }
  return plan.text.slice(sentence.start, end)
}

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
    if (leader.test(setUp(plan, span))) return []
    return [{ code: 'body-without-leader', params: { name }, span }]
  })
}
