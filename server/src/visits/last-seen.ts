import type { Observation } from '@luoshi/contract/visits'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { visitIsKnownTo } from '../rounds/known-rounds.ts'

export type LastSeen = {
  readonly criterionId: string
  readonly grade: Observation['grade']
  readonly note: string
  readonly seenAt: string
}

/** What was seen of each criterion at the last finished visit to each point, as far as the actor may know of it; in one query. */
export const lastSeen = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  pointIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LastSeen[]>> => {
  const { rows } = await sql<{ point_id: string; last: LastSeen[] }>`
    select p.id as point_id, (
      select jsonb_agg(jsonb_build_object('criterionId', o.criterion_id, 'grade', o.grade, 'note', o.note,
        'seenAt', to_char(o.seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
      from observations o where o.tenant_id = l.tenant_id and o.visit_id = l.id) as last
    from unnest(${pointIds}::uuid[]) as p (id) cross join lateral (
      select v.tenant_id, v.id from visits v
      where v.tenant_id = ${actor.tenantId} and v.point_id = p.id and v.finished_at is not null and ${visitIsKnownTo(actor)}
      order by v.started_at desc, v.id desc limit 1) l`.execute(db)
  return new Map(rows.map(({ point_id, last }) => [point_id, last ?? []]))
}
