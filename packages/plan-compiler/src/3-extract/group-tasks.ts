import type { Node } from '../2-outline/tree.ts'
import type { Group, Task } from '../plan.ts'
import { type Passage, pathOf } from './passage.ts'

const reach = 1500

/** The first place in an ascending list that is not below `at`. */
const placeOf = (count: number, valueAt: (i: number) => number, at: number): number => {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (valueAt(middle) < at) low = middle + 1
    else high = middle
  }
  return low
}

const nodeAt = (nodes: readonly Node[], at: number): Node | undefined =>
  nodes[placeOf(nodes.length, i => nodes[i]?.start ?? 0, at + 1) - 1]

/** Whether a task begins in or just before the stretch. `starts` ascend. */
const near = (starts: readonly number[], start: number, end: number): boolean =>
  (starts[placeOf(starts.length, i => starts[i] ?? 0, start - 12)] ?? end) < end

/** What a body is charged with, where its entry says so: its leader leads, it is responsible, its members help. */
export const groupTasks = (passage: Passage, groups: readonly Group[], tasks: readonly Task[]): readonly Task[] => {
  const owned = tasks.filter(t => t.lead.length + t.responsible.length + t.support.length > 0)
  const taken = owned.map(t => t.span.start).sort((a, b) => a - b)
  return groups.flatMap((group): readonly Task[] => {
    if (group.duties === null || group.duties.length < 6) return []
    const found = passage.text.slice(group.span.start, group.span.start + reach).indexOf(group.duties)
    const start = group.span.start + found
    const end = start + group.duties.length
    if (found < 0 || near(taken, start, end)) return []
    const node = nodeAt(passage.nodes, start)
    const section = node ? pathOf(node) : ''
    const parties = { lead: group.leaders, responsible: [group.name], support: group.members }
    return [{ text: group.duties, ...parties, due: null, section, span: { start, end } }]
  })
}
