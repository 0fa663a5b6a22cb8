import type { Action } from '@luoshi/rules/action'
import { can } from '@luoshi/rules/permissions'
import type { Selectable } from 'kysely'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import type { AssignmentsTable } from '../db/tables.ts'
import { Problem } from '../problem.ts'

export type LockedAssignment = Selectable<AssignmentsTable> & { readonly text: string }

/** Holds an assignment the actor may do this to, if it still is as the actor saw it. */
export const lockAssignment = async (
  { db, actor }: Context,
  id: string,
  action: Action,
  version: number | null,
): Promise<LockedAssignment> => {
  const row = await db
    .selectFrom('assignments as a')
    .innerJoin('tasks as t', join => join.onRef('t.tenant_id', '=', 'a.tenant_id').onRef('t.id', '=', 'a.task_id'))
    .where('a.tenant_id', '=', actor.tenantId)
    .where('a.id', '=', id)
    .selectAll('a')
    .select('t.text')
    .forUpdate('a')
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'assignment' })
  const subject = { tenantId: row.tenant_id, unitPath: row.unit_path }
  const doneBy = action === 'assignment.confirm' ? row.submitted_by : null
  if (doneBy === actor.personId && can(actor, action, subject)) throw new Problem('own-submission')
  allow(actor, action, { ...subject, doneBy })
  if (version !== null && row.version !== version) throw new Problem('version-stale', { current: row.version })
  return row
}
