import type { PlanLines } from '../2-outline/split-plans.ts'
import { buildTree } from '../2-outline/tree.ts'
import type { Reading, Task } from '../plan.ts'
import { readBudget } from './budget.ts'
import { readChecklists } from './checklist.ts'
import { readConsequences } from './consequence.ts'
import { withDoubts } from './doubts/doubts.ts'
import { readDuties } from './duty.ts'
import { owedByTask } from './duty-owners.ts'
import { readGroups } from './group.ts'
import { groupTasks } from './group-tasks.ts'
import { readIndicators } from './indicator.ts'
import { readMilestones } from './milestone.ts'
import { outlineOf } from './outline.ts'
import { newPassage } from './passage.ts'
import { type FoundPhase, readPhases } from './phase.ts'
import { readProcedure } from './procedure.ts'
import { readReferences } from './reference.ts'
import { tableBudget } from './table-budget.ts'
import { tablePhases } from './table-phases.ts'
import { readTasks } from './task.ts'
import { issuerOf, titleOf } from './title.ts'

/** The words that announce a phase (`自查自纠:7月2日至20日`) are not a task, whoever they seem to name. */
const outsideHeads = (tasks: readonly Task[], phases: readonly FoundPhase[]): readonly Task[] => {
  const heads = new Map(phases.map(p => [p.head.start, p.head.end]))
  const starts = [...heads.keys()].sort((a, b) => a - b)
  if (starts.length === 0) return tasks
  const holdsPhases = (t: Task): boolean => {
    if (t.lead.length + t.responsible.length + t.support.length > 0) return false
    const first = starts.findIndex(at => at >= t.span.start)
    return first >= 0 && (starts[first + 1] ?? t.span.end) < t.span.end
  }
  return tasks.filter(
    t => (t.span.end > (heads.get(t.span.start) ?? -1) || /负责|牵头|责任/.test(t.text)) && !holdsPhases(t),
  )
}

const inOrder = (phases: readonly FoundPhase[]): readonly FoundPhase[] =>
  [...phases].sort((a, b) => a.phase.span.start - b.phase.span.start)

/** Reads one plan from its lines. `text` is canonical. */
export const readPlan = (text: string, { lines, boundary }: PlanLines, year: number | null): Reading => {
  const body = lines.filter(line => line !== boundary)
  const root = buildTree(text, body)
  const passage = newPassage(text, root, year)
  const phases = inOrder([...readPhases(passage), ...tablePhases(passage)])
  const checklists = readChecklists(passage)
  const conditions = new Set(checklists.flatMap(c => c.nodes))
  const tasks = outsideHeads(readTasks(passage, conditions), phases)
  const groups = readGroups(passage, tasks)
  const allTasks = [...tasks, ...groupTasks(passage, groups, tasks)].sort((a, b) => a.span.start - b.span.start)
  const first = lines[0]
  return withDoubts(passage, {
    title: titleOf(passage, boundary),
    issuer: issuerOf(passage),
    span: { start: first?.start ?? 0, end: Math.max(root.end, lines.at(-1)?.end ?? 0) },
    outline: outlineOf(passage, root),
    groups,
    phases: phases.map(p => p.phase),
    tasks: allTasks,
    duties: owedByTask(readDuties(passage), allTasks),
    indicators: readIndicators(passage),
    milestones: readMilestones(passage, phases),
    checklists: checklists.map(c => c.checklist),
    procedure: readProcedure(passage),
    budget: [...readBudget(passage), ...tableBudget(passage)].sort((a, b) => a.span.start - b.span.start),
    consequences: readConsequences(passage),
    references: readReferences(passage),
  })
}
