import type { AssignmentRow } from '@luoshi/contract/assignments'
import type { Action } from '@luoshi/rules/action'
import { type AssignmentState, nextAssignmentEvents } from '@luoshi/rules/assignment-machine'
import { timelinessOf } from '@luoshi/rules/overdue'
import { allowedActions } from '@luoshi/rules/permissions'
import { taskName } from '@luoshi/rules/task-name'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'

/** What is still to be done by the unit. */
export const openStates = ['assigned', 'accepted', 'in-progress', 'returned'] as const satisfies AssignmentState[]

/** The rows of these assignments with everything a line of a list shows, in one query. */
export const readAssignments = async (context: Context, ids: readonly string[]) => {
  if (ids.length === 0) return []
  return context.db
    .selectFrom('assignments as a')
    .innerJoin('tasks as t', join => join.onRef('t.tenant_id', '=', 'a.tenant_id').onRef('t.id', '=', 'a.task_id'))
    .innerJoin('programmes as p', join =>
      join.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.id', '=', 'a.programme_id'),
    )
    .innerJoin('units as u', join => join.onRef('u.tenant_id', '=', 'a.tenant_id').onRef('u.id', '=', 'a.unit_id'))
    .leftJoin('extensions as e', join =>
      join.onRef('e.tenant_id', '=', 'a.tenant_id').onRef('e.assignment_id', '=', 'a.id').on('e.state', '=', 'asked'),
    )
    .where('a.tenant_id', '=', context.actor.tenantId)
    .where('a.id', 'in', [...ids])
    .orderBy('a.due_at')
    .orderBy('a.id')
    .selectAll('a')
    .select([
      't.text',
      't.section',
      't.item_id',
      'p.title as programme_title',
      'u.name as unit_name',
      'u.kind as unit_kind',
      'e.id as extension_id',
      'e.asked_by as extension_asked_by',
      sql<number>`(select count(*) from evidence_serves s where s.tenant_id = a.tenant_id
        and s.subject_kind = 'assignment' and s.subject_id = a.id)`.as('evidence'),
    ])
    .execute()
}

export type NamedAssignment = Awaited<ReturnType<typeof readAssignments>>[number]

export const assignmentShown = (
  row: NamedAssignment,
  { actor, clock }: Pick<Context, 'actor' | 'clock'>,
): AssignmentRow => ({
  id: row.id,
  taskId: row.task_id,
  programme: { id: row.programme_id, title: row.programme_title },
  text: taskName(row.text),
  section: row.section,
  unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
  part: row.part as AssignmentRow['part'],
  state: row.state as AssignmentState,
  dueOn: row.due_on,
  timeliness: timelinessOf({ dueAt: dueAtOf(row), doneAt: doneAtOf(row) }, clock.now()),
  progress: row.progress,
  evidence: row.evidence,
  version: row.version,
  actions: [...actionsOn(row, actor)],
})

type Way = Pick<NamedAssignment, 'state' | 'due_on' | 'due_at' | 'submitted_at'>

/** Undated work sorts by infinity, which is no instant. */
const dueAtOf = ({ due_on, due_at }: Way): Date | null => (due_on === null ? null : due_at)

const doneAtOf = ({ state, submitted_at }: Way): Date | null =>
  state === 'submitted' || state === 'confirmed' ? submitted_at : null

const actionsOn = (row: NamedAssignment, actor: Context['actor']): readonly Action[] => {
  const subject = { tenantId: row.tenant_id, unitPath: row.unit_path }
  const state = row.state as AssignmentState
  const next = nextAssignmentEvents(state).map((kind): Action => `assignment.${kind}`)
  const moves = allowedActions(actor, { ...subject, doneBy: row.submitted_by }, next)
  const isOpen = openStates.some(open => open === state)
  const asks: readonly Action[] =
    isOpen && row.due_on !== null && row.extension_id === null ? ['assignment.extend-request'] : []
  const decides: readonly Action[] = row.extension_id === null ? [] : ['assignment.extend-decide']
  return [
    ...moves,
    ...allowedActions(actor, subject, asks),
    ...allowedActions(actor, { ...subject, doneBy: row.extension_asked_by }, decides),
  ]
}
