import { deadlineInstant } from '@luoshi/rules/local-time'
import type { Selectable } from 'kysely'
import type { Context } from '../context.ts'
import { inChunks } from '../db/in-chunks.ts'
import type { AssignmentsTable } from '../db/tables.ts'
import type { PartyBook } from '../review/party-book.ts'
import type { PlannedTask } from './publication.ts'
import { assignmentRows, rewriteParties } from './write-tasks.ts'

type AssignmentRow = Selectable<AssignmentsTable>

export type TaskChange = {
  readonly programmeId: string
  readonly taskId: string
  readonly task: PlannedTask
  readonly phaseId: string | null
}

/** Brings a running task to its new words, parties and dates. What units have done on it stays theirs. */
export const reviseTask = async (context: Context, change: TaskChange, book: PartyBook): Promise<void> => {
  const { db, actor } = context
  const { taskId, task } = change
  const before = await db
    .selectFrom('tasks')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', taskId)
    .select('due_on')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('tasks')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', taskId)
    .set({
      item_id: task.itemId,
      phase_id: change.phaseId,
      ordinal: task.ordinal,
      text: task.text,
      section: task.section,
      starts_on: task.startsOn,
      due_on: task.dueOn,
    })
    .execute()
  await rewriteParties(context, taskId, task)
  const given = await assignmentsOf(context, taskId)
  await giveToNew(context, change, given, book)
  for (const assignment of given) {
    const part = task.units.get(assignment.unit_id)
    if (part === undefined) await withdraw(context, assignment)
    else await adjust(context, assignment, { part, was: before.due_on, dueOn: task.dueOn })
  }
}

/** Takes a task away that the new version no longer has. What was handed in or confirmed stays on record as it is. */
export const withdrawTask = async (context: Context, taskId: string): Promise<void> => {
  const { db, actor, clock } = context
  await db
    .updateTable('tasks')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', taskId)
    .set({ withdrawn_at: clock.now() })
    .execute()
  for (const assignment of await assignmentsOf(context, taskId)) await withdraw(context, assignment)
}

const assignmentsOf = ({ db, actor }: Context, taskId: string): Promise<readonly AssignmentRow[]> =>
  db
    .selectFrom('assignments')
    .where('tenant_id', '=', actor.tenantId)
    .where('task_id', '=', taskId)
    .orderBy('id')
    .selectAll()
    .forUpdate()
    .execute()

const giveToNew = async (
  context: Context,
  { programmeId, taskId, task }: TaskChange,
  given: readonly AssignmentRow[],
  book: PartyBook,
): Promise<void> => {
  const known = new Set(given.map(({ unit_id }) => unit_id))
  const units = [...task.units.keys()].filter(unit => !known.has(unit))
  const rows = assignmentRows(context, { programmeId, taskId, task, units }, book)
  await inChunks(rows, chunk => context.db.insertInto('assignments').values(chunk).execute())
}

type Adjusted = { readonly part: string; readonly was: string | null; readonly dueOn: string | null }

/** A deadline that was extended for one unit stays as it was granted; finished work keeps the deadline it was measured by. */
const adjust = async (context: Context, row: AssignmentRow, { part, was, dueOn }: Adjusted): Promise<void> => {
  const { db, actor, clock } = context
  const isBack = row.state === 'withdrawn'
  const isOpen = row.state !== 'submitted' && row.state !== 'confirmed'
  const moves = isOpen && row.due_on === was && dueOn !== was
  if (!isBack && !moves && row.part === part) return
  await db
    .updateTable('assignments')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', row.id)
    .set({
      part,
      changed_at: clock.now(),
      version: row.version + 1,
      ...(isBack && { state: 'assigned' }),
      ...((moves || isBack) && { due_on: dueOn, due_at: dueOn === null ? 'infinity' : deadlineInstant(dueOn) }),
    })
    .execute()
}

const withdraw = async (context: Context, row: AssignmentRow): Promise<void> => {
  const { db, actor, clock, ids } = context
  if (row.state === 'submitted' || row.state === 'confirmed' || row.state === 'withdrawn') return
  const now = clock.now()
  await db
    .updateTable('assignments')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', row.id)
    .set({ state: 'withdrawn', changed_at: now, version: row.version + 1 })
    .execute()
  await db
    .insertInto('assignment_events')
    .values({
      tenant_id: actor.tenantId,
      id: ids.next(),
      assignment_id: row.id,
      at: now,
      person_id: actor.personId,
      kind: 'withdraw',
      note: '方案修订后不再需要',
    })
    .execute()
}
