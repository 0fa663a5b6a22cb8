import type { Action } from '@luoshi/rules/action'
import { can } from '@luoshi/rules/permissions'
import type { Selectable } from 'kysely'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import type { PointsTable } from '../db/tables.ts'
import { Problem } from '../problem.ts'

export type PointRecord = Selectable<PointsTable>

/** A point the actor may read: within reach, or drawn for the actor in a round that is under way. */
export const findPoint = async (context: Context, id: string): Promise<PointRecord> => {
  const { db, actor } = context
  const row = await db
    .selectFrom('points')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  if (row === undefined) throw new Problem('not-found', { noun: 'point' })
  const subject = { tenantId: row.tenant_id, unitPath: row.unit_path }
  if (!can(actor, 'point.read', subject) && (await isDrawnToSee(context, id))) return row
  allow(actor, 'point.read', subject)
  return row
}

const isDrawnToSee = async ({ db, actor }: Context, pointId: string): Promise<boolean> => {
  const pair = await db
    .selectFrom('round_pairs as x')
    .innerJoin('rounds as r', join => join.onRef('r.tenant_id', '=', 'x.tenant_id').onRef('r.id', '=', 'x.round_id'))
    .where('x.tenant_id', '=', actor.tenantId)
    .where('x.point_id', '=', pointId)
    .where('x.person_id', '=', actor.personId)
    .where('r.state', '=', 'drawn')
    .select('x.round_id')
    .executeTakeFirst()
  return pair !== undefined
}

/** Holds a point the actor keeps, if it still is as the actor saw it. */
export const lockPoint = async (
  { db, actor }: Context,
  { id, version }: { readonly id: string; readonly version: number },
  action: Action = 'point.manage',
): Promise<PointRecord> => {
  const row = await db
    .selectFrom('points')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Problem('not-found', { noun: 'point' })
  allow(actor, action, { tenantId: row.tenant_id, unitPath: row.unit_path })
  if (row.version !== version) throw new Problem('version-stale', { current: row.version })
  if (row.archived_at !== null) throw new Problem('state-forbids', { state: 'archived' })
  return row
}
