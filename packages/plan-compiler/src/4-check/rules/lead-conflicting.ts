import type { Task } from '../../plan.ts'
import { quote } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

const fewest = 6

/** The words of a task without its number, its signs and who does it. */
const workOf = ({ text, lead, responsible, support }: Task): string => {
  let words = text.replace(/^[\d一二三四五六七八九十(（)）、.．\s]+/, '')
  for (const party of [...lead, ...responsible, ...support]) words = words.replaceAll(party, '')
  return words.replace(/(?:牵头|责任|配合|负责)(?:单位|部门|领导)?[:：]?|[\s,，。;；:：、()（）]/g, '')
}

const placeOf = ({ text }: CheckedPlan, { span }: Task, party: string): Finding['span'] => {
  const at = text.indexOf(party, span.start)
  return at >= 0 && at < span.end ? { start: at, end: at + party.length } : span
}

/** The same work is led by the same body, wherever the plan gives it out. */
export const theSameWorkHasOneLead: Rule = plan => {
  const first = new Map<string, Task>()
  return plan.reading.tasks.flatMap(task => {
    if (task.lead.length === 0) return []
    const work = workOf(task)
    if (work.length < fewest) return []
    const other = first.get(work)
    if (!other) {
      first.set(work, task)
      return []
    }
    if (task.lead.some(party => other.lead.includes(party))) return []
    const [here, there] = [placeOf(plan, task, task.lead[0] ?? ''), placeOf(plan, other, other.lead[0] ?? '')]
    const params = { work: work.slice(0, 24), first: quote(plan, there), second: quote(plan, here) }
    return [{ code: 'lead-conflicting', params, span: here, related: [there] }]
  })
}
