import type { ObservationWritten } from '@luoshi/contract/field'
import { observationIdOf } from '@luoshi/rules/derived-id'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import type { Judged } from './judge-visit.ts'
import type { VisitColumns } from './visit-columns.ts'
import type { VisitState } from './visit-ground.ts'

/**
 * Writes a visit that is not on record yet, with what was seen, in one statement; else says what is on record, held until the end of
 * the transaction. Two devices wait for each other.
 */
export const beginOrHold = async (
  context: Context,
  { point }: Judged,
  visit: VisitState,
  columns: VisitColumns,
): Promise<VisitState | null> => {
  const { db, actor, clock } = context
  const own = {
    ...{ tenant_id: actor.tenantId, id: visit.id, round_id: visit.roundId, point_id: visit.pointId },
    ...{ version_id: visit.versionId, person_id: actor.personId, unit_id: point.unit_id, unit_path: point.unit_path },
    ...{ received_at: clock.now().toISOString(), ...columns },
  }
  const names = sql.join(Object.keys(own).map(name => sql.ref(name)))
  const { rows } = await sql<{ id: string }>`
    with begun as (
      insert into visits (${names}) select ${names} from jsonb_populate_record(null::visits, ${JSON.stringify(own)}::jsonb)
      on conflict (tenant_id, id) do nothing returning tenant_id, id, point_id
    ), seen as (${insertObservations(visit.id, visit.observations, sql`begun`)})
    select id from begun`.execute(db)
  return rows.length > 0 ? null : recorded(context, visit)
}

/** Into the visit of the one row that `into` has, as (tenant_id, id, point_id). */
export const insertObservations = (
  visitId: string,
  observations: readonly ObservationWritten[],
  into: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const rows = observations.map(seen => ({ ...seen, id: observationIdOf(visitId, seen.criterionId) }))
  return sql`insert into observations (tenant_id, visit_id, criterion_id, id, point_id, grade, exception, note, seen_at, stamp,
      photos, photos_dropped)
    select v.tenant_id, v.id, o."criterionId", o.id, v.point_id, o.grade, o.exception, o.note, o."seenAt", o.stamp, o.photos,
      o."photosDropped"
    from ${into} v, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o ("criterionId" uuid, id uuid, grade text, exception text,
      note text, "seenAt" timestamptz, stamp text, photos uuid[], "photosDropped" uuid[])`
}

const recorded = async (context: Context, visit: VisitState): Promise<VisitState> => {
  const { personId, ...own } = await visitAndMaker(context, visit.id)
  const isSame = personId === context.actor.personId && own.pointId === visit.pointId && own.roundId === visit.roundId
  if (!isSame || own.versionId !== visit.versionId) throw new Problem('visit-misnamed')
  return own
}

/** A visit as it stands, held until the end of the transaction. */
export const visitOnRecord = async (context: Context, id: string): Promise<VisitState> => {
  const { personId: _, ...visit } = await visitAndMaker(context, id)
  return visit
}

const visitAndMaker = async (
  { db, actor }: Context,
  id: string,
): Promise<VisitState & { readonly personId: string }> => {
  const row = await db
    .selectFrom('visits')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .select(['round_id', 'point_id', 'version_id', 'person_id', 'started_at', 'finished_at', 'note', 'note_stamp'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  return {
    id,
    personId: row.person_id,
    roundId: row.round_id,
    pointId: row.point_id,
    versionId: row.version_id,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    note: row.note,
    noteStamp: row.note_stamp,
    observations: await observationsOf({ db, actor }, id),
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
