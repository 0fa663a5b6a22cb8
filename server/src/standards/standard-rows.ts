import type { StandardRow } from '@luoshi/contract/standards'
import { allowedActions, can } from '@luoshi/rules/permissions'
import { isWithin } from '@luoshi/rules/unit-path'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'
import { standardSubject } from './standard-subject.ts'

type Read = {
  readonly tenant_id: string
  readonly id: string
  readonly title: string
  readonly point_type: string
  readonly unit_id: string
  readonly unit_path: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly programme_id: string | null
  readonly programme_title: string | null
  readonly plan_id: string | null
  readonly current_version_id: string | null
  readonly current: number | null
  readonly draft_id: string | null
  readonly criteria: number
  readonly critical: number
  readonly is_public: boolean
  readonly archived_at: Date | null
  readonly version: number
}

/** Standards with what a line of a list shows, in two queries. Rows are called `s`; a draft is seen by those who may write it. */
export const readStandards = async (
  context: Context,
  {
    where,
    after = sql`order by s.point_type, s.title, s.id`,
  }: { where: RawBuilder<unknown>; after?: RawBuilder<unknown> },
): Promise<(StandardRow & { readonly planId: string | null })[]> => {
  const { db, actor } = context
  const { rows } = await sql<Read>`
    select s.*, u.name as unit_name, u.kind as unit_kind, p.title as programme_title, p.plan_id,
      v.number as current, d.id as draft_id, coalesce(c.criteria, 0) as criteria, coalesce(c.critical, 0) as critical
    from standards s
    join units u on u.tenant_id = s.tenant_id and u.id = s.unit_id
    left join programmes p on p.tenant_id = s.tenant_id and p.id = s.programme_id
    left join standard_versions v on v.tenant_id = s.tenant_id and v.id = s.current_version_id
    left join standard_versions d on d.tenant_id = s.tenant_id and d.standard_id = s.id and d.state = 'draft'
    left join lateral (
      select count(*) as criteria, count(*) filter (where critical) as critical from criteria
      where tenant_id = s.tenant_id and version_id = coalesce(s.current_version_id, d.id)
    ) c on true
    where s.tenant_id = ${actor.tenantId} and ${where} ${after}`.execute(db)
  const points = await pointsOf(context, [...new Set(rows.map(row => row.point_type))])
  return rows.map(row => {
    const subject = standardSubject(actor, row)
    return {
      id: row.id,
      title: row.title,
      pointType: row.point_type,
      unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
      programme: row.programme_id === null ? null : { id: row.programme_id, title: row.programme_title ?? '' },
      planId: row.plan_id,
      current: row.current,
      hasDraft: row.draft_id !== null && can(actor, 'standard.manage', subject),
      criteria: row.criteria,
      critical: row.critical,
      points: points(row.point_type, row.unit_path),
      isPublic: row.is_public,
      archivedAt: row.archived_at?.toISOString() ?? null,
      version: row.version,
      actions: row.archived_at === null ? [...allowedActions(actor, subject, ['standard.manage'])] : [],
    }
  })
}

/** How many points of a type lie below a unit. */
const pointsOf = async ({ db, actor }: Context, pointTypes: readonly string[]) => {
  const counted = await db
    .selectFrom('points')
    .where('tenant_id', '=', actor.tenantId)
    .where('point_type', 'in', ['', ...pointTypes])
    .where('archived_at', 'is', null)
    .groupBy(['point_type', 'unit_path'])
    .select(['point_type', 'unit_path', sql<number>`count(*)`.as('points')])
    .execute()
  return (pointType: string, unitPath: string): number =>
    counted
      .filter(row => row.point_type === pointType && isWithin(row.unit_path, unitPath))
      .reduce((sum, { points }) => sum + points, 0)
}
