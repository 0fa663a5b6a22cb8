import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { type StandardRecord, standardSubject } from './standard-subject.ts'

/** Holds a standard the actor keeps, if it still is as the actor saw it. One that is no longer in use stays as it is. */
export const lockStandard = async ({ db, actor }: Context, id: string, version: number): Promise<StandardRecord> => {
  const row = await db
    .selectFrom('standards')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Problem('not-found', { noun: 'standard' })
  allow(actor, 'standard.manage', standardSubject(actor, row))
  if (row.version !== version) throw new Problem('version-stale', { current: row.version })
  if (row.archived_at !== null) throw new Problem('state-forbids', { state: 'archived' })
  return row
}
