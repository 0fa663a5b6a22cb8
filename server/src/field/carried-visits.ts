import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { VisitState } from '../visits/visit-ground.ts'

const dayMs = 86_400_000
const most = 500

/** The actor's own visits that are not finished, or were lately: another phone goes on where this one stopped. The latest, and how many more there are. */
export const carriedVisits = async ({
  db,
  actor,
  clock,
}: Context): Promise<{ readonly visits: VisitState[]; readonly left: number }> => {
  const now = clock.now().getTime()
  const utc = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
  const { rows } = await sql<
    Omit<VisitState, 'startedAt' | 'finishedAt'> & { startedAt: Date; finishedAt: Date | null; total: number }
  >`
    select count(*) over () as total, v.id, v.round_id as "roundId", v.point_id as "pointId", v.version_id as "versionId", v.started_at as "startedAt",
      v.finished_at as "finishedAt", v.note, v.note_stamp as "noteStamp", coalesce((
        select jsonb_agg(jsonb_build_object('criterionId', o.criterion_id, 'grade', o.grade, 'exception', o.exception,
          'note', o.note, 'seenAt', to_char(o.seen_at at time zone 'UTC', ${utc}), 'stamp', o.stamp,
          'photos', o.photos, 'photosDropped', o.photos_dropped) order by o.criterion_id)
        from observations o where o.tenant_id = v.tenant_id and o.visit_id = v.id), '[]') as observations
    from visits v
    where v.tenant_id = ${actor.tenantId} and v.person_id = ${actor.personId} and v.started_at > ${new Date(now - 60 * dayMs)}
      and (v.finished_at is null or v.finished_at > ${new Date(now - 3 * dayMs)})
    order by v.started_at desc limit ${most}`.execute(db)
  const visits = rows.map(({ total: _, ...row }) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }))
  return { visits, left: (rows[0]?.total ?? 0) - rows.length }
}
