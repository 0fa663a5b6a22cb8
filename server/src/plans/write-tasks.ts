import { deadlineInstant } from '@luoshi/rules/local-time'
import { inChunks } from '../db/in-chunks.ts'
import type { ReviewedPlan } from '../review/reviewed-plan.ts'
import type { PlannedPhase } from './phase-ground.ts'
import type { PlannedTask } from './publication.ts'
import type { WriteContext } from './write-programme.ts'

/** Writes the phases and answers their ids by the items they come from. */
export const writePhases = async (
  { db, actor, ids }: WriteContext,
  programmeId: string,
  phases: readonly PlannedPhase[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = phases.map(({ itemId, ordinal, name, startsOn, endsOn }) => ({
    tenant_id: actor.tenantId,
    id: ids.next(),
    programme_id: programmeId,
    item_id: itemId,
    ordinal,
    name,
    starts_on: startsOn,
    ends_on: endsOn,
  }))
  await inChunks(rows, chunk => db.insertInto('phases').values(chunk).execute())
  return new Map(rows.map(row => [row.item_id, row.id]))
}

/** Writes tasks with their parties and gives each unit its assignment. Answers how many assignments there are. */
export const writeTasks = async (
  context: WriteContext,
  programmeId: string,
  tasks: readonly PlannedTask[],
  phaseIds: ReadonlyMap<string, string>,
  book: ReviewedPlan['book'],
): Promise<number> => {
  const { db, actor, ids } = context
  const written = tasks.map(task => ({ task, id: ids.next() }))
  const rows = written.map(({ task, id }) => ({
    tenant_id: actor.tenantId,
    id,
    programme_id: programmeId,
    item_id: task.itemId,
    phase_id: task.phaseItemId === null ? null : (phaseIds.get(task.phaseItemId) ?? null),
    ordinal: task.ordinal,
    text: task.text,
    section: task.section,
    starts_on: task.startsOn,
    due_on: task.dueOn,
  }))
  await inChunks(rows, chunk => db.insertInto('tasks').values(chunk).execute())
  const parties = written.flatMap(({ task, id }) => partyRows(context, id, task))
  await inChunks(parties, chunk => db.insertInto('task_parties').values(chunk).execute())
  const assignments = written.flatMap(({ task, id }) =>
    assignmentRows(context, { programmeId, taskId: id, task, units: [...task.units.keys()] }, book),
  )
  await inChunks(assignments, chunk => db.insertInto('assignments').values(chunk).execute())
  return assignments.length
}

/** Writes the parties of a task as the plan now names them, in place of what was there. */
export const rewriteParties = async (context: WriteContext, taskId: string, task: PlannedTask): Promise<void> => {
  const { db, actor } = context
  await db.deleteFrom('task_parties').where('tenant_id', '=', actor.tenantId).where('task_id', '=', taskId).execute()
  await inChunks(partyRows(context, taskId, task), chunk => db.insertInto('task_parties').values(chunk).execute())
}

const partyRows = ({ actor }: WriteContext, taskId: string, { parties }: PlannedTask) =>
  parties.map(({ part, name, unitIds }) => ({
    tenant_id: actor.tenantId,
    task_id: taskId,
    part,
    name,
    unit_ids: [...unitIds],
  }))

export type Given = {
  readonly programmeId: string
  readonly taskId: string
  readonly task: PlannedTask
  readonly units: readonly string[]
}

export const assignmentRows = (
  { actor, ids, clock }: WriteContext,
  { programmeId, taskId, task, units }: Given,
  book: ReviewedPlan['book'],
) =>
  units.flatMap(unitId => {
    const unit = book.units.get(unitId)
    if (!unit) return []
    return {
      tenant_id: actor.tenantId,
      id: ids.next(),
      programme_id: programmeId,
      task_id: taskId,
      unit_id: unitId,
      unit_path: unit.path,
      part: task.units.get(unitId) ?? 'responsible',
      due_on: task.dueOn,
      due_at: task.dueOn === null ? 'infinity' : deadlineInstant(task.dueOn),
      changed_at: clock.now(),
    }
  })
