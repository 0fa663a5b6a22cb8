import type { Unit } from '@luoshi/contract/units'
import { actionsOn } from '@luoshi/rules/action'
import { allowedActions } from '@luoshi/rules/permissions'
import { depthOf } from '@luoshi/rules/unit-path'
import { type SqlBool, sql } from 'kysely'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { unitRef } from './unit-ref.ts'

const asked = [...actionsOn('unit'), 'person.manage', 'plan.import', 'notice-channel.manage'] as const

/** Units as they are shown, parents before children. The caller gives the condition that keeps them within reach. */
export const unitRows = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  condition: ReturnType<typeof sql<SqlBool>>,
): Promise<Unit[]> => {
  const rows = await db
    .selectFrom('units as u')
    .select(['u.id', 'u.parent_id', 'u.kind', 'u.name', 'u.short_name', 'u.aliases', 'u.path', 'u.version'])
    .select('u.archived_at')
    .select(sql<number>`coalesce(seated.people, 0)`.as('people'))
    .leftJoin(
      db
        .selectFrom('memberships')
        .select(['unit_id', sql<number>`count(distinct person_id)`.as('people')])
        .where('tenant_id', '=', actor.tenantId)
        .groupBy('unit_id')
        .as('seated'),
      'seated.unit_id',
      'u.id',
    )
    .where('u.tenant_id', '=', actor.tenantId)
    .where(condition)
    .orderBy(sql`nlevel(u.path)`)
    .orderBy('u.position')
    .orderBy('u.name')
    .execute()
  return rows.map(row => ({
    id: row.id,
    parentId: row.parent_id,
    kind: unitRef(row.id, row.name, row.kind).kind,
    name: row.name,
    shortName: row.short_name,
    aliases: row.aliases,
    path: row.path,
    depth: depthOf(row.path),
    archived: row.archived_at !== null,
    people: row.people,
    version: row.version,
    actions: [...allowedActions(actor, { tenantId: actor.tenantId, unitPath: row.path }, asked)],
  }))
}

export const unitRow = async (context: Pick<Context, 'db' | 'actor'>, id: string): Promise<Unit> => {
  const [unit] = await unitRows(context, sql`u.id = ${id}`)
  if (unit === undefined) throw new Problem('not-found', { noun: 'unit' })
  return unit
}
