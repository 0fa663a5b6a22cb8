import type { ObservationWritten } from '@luoshi/contract/field'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import type { Judged } from './judge-visit.ts'
import type { VisitState } from './visit-ground.ts'

/** What is on record of a visit, held until the end of the transaction; null where it is made by this. Two devices wait for each other. */
export const holdVisit = async (context: Context, judged: Judged, visit: VisitState): Promise<VisitState | null> =>
  (await begin(context, judged, visit)) ? null : recorded(context, visit)

const begin = async ({ db, actor, clock }: Context, { point }: Judged, visit: VisitState): Promise<boolean> => {
  const { rows } = await sql`insert into visits
      (tenant_id, id, round_id, point_id, version_id, person_id, unit_id, unit_path, started_at, received_at)
    values (${actor.tenantId}, ${visit.id}, ${visit.roundId}, ${visit.pointId}, ${visit.versionId}, ${actor.personId},
      ${point.unit_id}, ${point.unit_path}::ltree, ${visit.startedAt}, ${clock.now()})
    on conflict (tenant_id, id) do nothing returning id`.execute(db)
  return rows.length > 0
}

const recorded = async ({ db, actor }: Context, visit: VisitState): Promise<VisitState> => {
  const row = await db
    .selectFrom('visits')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', visit.id)
    .select(['round_id', 'point_id', 'version_id', 'person_id', 'started_at', 'finished_at', 'note', 'note_stamp'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  const isSame = row.person_id === actor.personId && row.point_id === visit.pointId && row.round_id === visit.roundId
  if (!isSame || row.version_id !== visit.versionId) throw new Problem('visit-misnamed')
  return {
    id: visit.id,
    roundId: row.round_id,
    pointId: row.point_id,
    versionId: row.version_id,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    note: row.note,
    noteStamp: row.note_stamp,
    observations: await observationsOf({ db, actor }, visit.id),
  }
}

/** As they were written, the photos that are still under way among them. */
const observationsOf = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  visitId: string,
): Promise<ObservationWritten[]> => {
  const rows = await db
    .selectFrom('observations')
    .where('tenant_id', '=', actor.tenantId)
    .where('visit_id', '=', visitId)
    .selectAll()
    .execute()
  return rows.map(observationOf)
}

export const observationOf = (row: {
  readonly criterion_id: string
  readonly grade: string
  readonly exception: string | null
  readonly note: string
  readonly seen_at: Date
  readonly stamp: string
  readonly photos: string[]
  readonly photos_dropped: string[]
}): ObservationWritten => ({
  criterionId: row.criterion_id,
  grade: row.grade as ObservationWritten['grade'], // checked by the table
  exception: row.exception,
  note: row.note,
  seenAt: row.seen_at.toISOString(),
  stamp: row.stamp,
  photos: row.photos,
  photosDropped: row.photos_dropped,
})
