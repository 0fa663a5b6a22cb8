import type { Carried } from '@luoshi/contract/field'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { versionFor } from '../standards/version-for.ts'
import type { PointCarried } from './carried-points.ts'

/** The versions that rounds and visits name, and those that one's own points are held to now. */
export const carriedStandards = async (
  context: Context,
  named: readonly string[],
  points: readonly PointCarried[],
): Promise<Carried['standards']> => {
  const { db, actor } = context
  const own = points.filter(({ isOwn }) => isOwn)
  const heldTo = await versionFor(context, [...new Set(own.map(({ shown }) => shown.pointType))])
  const now = own.flatMap(({ shown, unitPath }) => heldTo(shown.pointType, unitPath)?.versionId ?? [])
  const { rows } = await sql<Carried['standards'][number]>`
    select v.id as "versionId", s.id as "standardId", s.title, s.point_type as "pointType", v.number, coalesce((
      select jsonb_agg(jsonb_build_object('id', c.id, 'section', c.section, 'text', c.text, 'weight', c.weight,
        'critical', c.critical, 'grades', c.grades, 'exceptions', c.exceptions, 'evidence', c.evidence, 'photo', c.photo,
        'lookWhere', c.look_where, 'lookHow', c.look_how, 'categoryId', c.category_id) order by c.ordinal)
      from criteria c where c.tenant_id = v.tenant_id and c.version_id = v.id), '[]') as content
    from standard_versions v join standards s on s.tenant_id = v.tenant_id and s.id = v.standard_id
    where v.tenant_id = ${actor.tenantId} and v.id = any(${[...new Set([...named, ...now])]}::uuid[])
    order by s.point_type, v.number`.execute(db)
  return rows
}
