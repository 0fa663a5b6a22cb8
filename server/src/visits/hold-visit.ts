import type { ObservationWritten } from '@luoshi/contract/field'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import type { Judged } from './judge-visit.ts'
import type { VisitState } from './visit-ground.ts'

/** What the row of a visit holds besides whose and where it is. */
export type VisitColumns = {
  readonly started_at: string
  readonly finished_at: string | null
  readonly note: string
  readonly note_stamp: string
  readonly conforms: number
  readonly mostly: number
  readonly fails: number
  readonly not_applicable: number
  readonly score: number | null
  readonly critical_failed: boolean
}

/** Writes a visit that is not on record yet; else says what is, held until the end of the transaction. Two devices wait for each other. */
export const beginOrHold = async (
  context: Context,
  { point }: Judged,
  visit: VisitState,
  columns: VisitColumns,
): Promise<VisitState | null> => {
  const { db, actor, clock } = context
  const written = await db
    .insertInto('visits')
    .values({
      tenant_id: actor.tenantId,
      id: visit.id,
      round_id: visit.roundId,
      point_id: visit.pointId,
      version_id: visit.versionId,
      person_id: actor.personId,
      unit_id: point.unit_id,
      unit_path: point.unit_path,
      received_at: clock.now(),
      ...columns,
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return written ? null : recorded(context, visit)
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
