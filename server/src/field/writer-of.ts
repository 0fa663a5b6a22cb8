import { isRole } from '@luoshi/rules/role'
import { isUnitKind } from '@luoshi/rules/unit-kind'
import type { Context, Signed } from '../context.ts'
import { Problem } from '../problem.ts'

/** Somebody as they may act now, for what they wrote and could not get taken. */
export const writerOf = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, personId: string): Promise<Signed> => {
  const rows = await db
    .selectFrom('people as p')
    .leftJoin('memberships as m', join =>
      join.onRef('m.tenant_id', '=', 'p.tenant_id').onRef('m.person_id', '=', 'p.id'),
    )
    .leftJoin('units as u', join =>
      join.onRef('u.tenant_id', '=', 'm.tenant_id').onRef('u.id', '=', 'm.unit_id').on('u.archived_at', 'is', null),
    )
    .where('p.tenant_id', '=', actor.tenantId)
    .where('p.id', '=', personId)
    .select(['p.name', 'm.role', 'u.id as unit_id', 'u.path', 'u.kind'])
    .execute()
  const [first] = rows
  if (!first) throw new Problem('not-found', { noun: 'person' })
  return {
    tenantId: actor.tenantId,
    personId,
    name: first.name,
    via: actor.via,
    sessionId: actor.sessionId,
    memberships: rows.flatMap(({ role, unit_id, path, kind }) =>
      role && isRole(role) && kind && isUnitKind(kind) && unit_id && path
        ? [{ role, unitId: unit_id, unitPath: path, unitKind: kind }]
        : [],
    ),
  }
}
