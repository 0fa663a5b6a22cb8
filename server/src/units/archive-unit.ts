import { sql } from 'kysely'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { lockTree, lockUnit } from './lock-unit.ts'

/** Closes a unit. It must have nothing under it that is open, no work that is, and no point it answers for: nobody would be left to do it. */
export const archiveUnit = async (context: Context, id: string, version: number): Promise<void> => {
  const { db, actor, clock } = context
  await lockTree(context)
  const unit = await lockUnit(context, id)
  allow(actor, 'unit.manage', { tenantId: actor.tenantId, unitPath: unit.path })
  if (unit.version !== version) throw new Problem('version-stale')
  if (unit.archived_at !== null) return
  if (unit.parent_id === null || (await isInUse(context, id))) throw new Problem('still-in-use', { name: unit.name })

  await db
    .updateTable('units')
    .set({ archived_at: clock.now(), version: unit.version + 1 })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  await record(context, 'unit.manage', { kind: 'unit', id, name: unit.name, unitPath: unit.path }, { what: 'archived' })
}

const isInUse = async ({ db, actor: { tenantId } }: Context, id: string): Promise<boolean> => {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from units where tenant_id = ${tenantId} and parent_id = ${id} and archived_at is null)
      or exists (select from assignments where tenant_id = ${tenantId} and unit_id = ${id}
        and state not in ('confirmed', 'withdrawn'))
      or exists (select from occurrences where tenant_id = ${tenantId} and unit_id = ${id} and state = 'due')
      or exists (select from programmes where tenant_id = ${tenantId} and unit_id = ${id} and status = 'running')
      or exists (select from plans where tenant_id = ${tenantId} and unit_id = ${id}
        and status in ('reading', 'review'))
      or exists (select from points where tenant_id = ${tenantId} and unit_id = ${id} and archived_at is null) as used`.execute(
    db,
  )
  return rows[0]?.used === true
}
