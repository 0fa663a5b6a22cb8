import type { ObservationWritten } from '@luoshi/contract/field'
import { writeStamp } from '@luoshi/sync/stamp'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { PastPoint, PastVersion } from './past-ground.ts'
import { columnsOf } from './visit-columns.ts'
import type { VisitState } from './visit-ground.ts'

/** A visit of the past as far as it is on record. */
export type PastOnRecord = {
  readonly id: string
  readonly versionId: string
  readonly observations: readonly ObservationWritten[]
}

/** Those of the visits that are on record already, with what was seen. */
export const pastOnRecord = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PastOnRecord>> => {
  const { rows } = await sql<PastOnRecord>`
    select v.id, v.version_id as "versionId", (
      select coalesce(jsonb_agg(jsonb_build_object('criterionId', o.criterion_id, 'grade', o.grade, 'exception', o.exception,
        'note', o.note, 'seenAt', o.seen_at, 'stamp', o.stamp, 'photos', o.photos, 'photosDropped', o.photos_dropped)), '[]')
      from observations o where o.tenant_id = v.tenant_id and o.visit_id = v.id) as observations
    from visits v where v.tenant_id = ${actor.tenantId} and v.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** What a list says of one visit, with the ids that its observations are given. */
export type PastVisit = {
  readonly id: string
  readonly point: PastPoint
  readonly version: PastVersion
  readonly day: string
  readonly onRecord: PastOnRecord | undefined
  readonly said: readonly {
    readonly id: string
    readonly criterionId: string
    readonly grade: ObservationWritten['grade']
    readonly note: string
  }[]
}

/** No device wrote it. */
const nobody = '00000000-0000-8000-8000-000000000000'

/** Brings visits of the past together with what is on record of them: all of them in two statements. */
export const writePastVisits = async (
  { db, actor, clock }: Context,
  visits: readonly PastVisit[],
  note: string,
): Promise<void> => {
  const now = clock.now()
  const stamp = writeStamp({ ms: now.getTime(), count: 0, deviceId: nobody })
  const seenAt = (day: string): string => {
    const noon = `${day}T12:00:00+08:00`
    return Date.parse(noon) < now.getTime() ? noon : now.toISOString()
  }
  const rows = visits.map(visit => {
    const state = stateOf(visit, seenAt(visit.day), stamp, note)
    return {
      ...{ tenant_id: actor.tenantId, id: visit.id, point_id: visit.point.id, version_id: visit.version.id },
      ...{ person_id: actor.personId, unit_id: visit.point.unit_id, unit_path: visit.point.unit_path },
      ...{ received_at: now.toISOString(), ...columnsOf(visit.version.criteria, state) },
    }
  })
  const names = sql.join(Object.keys(rows[0] ?? {}).map(name => sql.ref(name)))
  await sql`
    insert into visits (${names}) select ${names} from jsonb_populate_recordset(null::visits, ${JSON.stringify(rows)}::jsonb)
    on conflict (tenant_id, id) do update set conforms = excluded.conforms, mostly = excluded.mostly, fails = excluded.fails,
      not_applicable = excluded.not_applicable, score = excluded.score, critical_failed = excluded.critical_failed,
      lacking = excluded.lacking, photos_lacking = excluded.photos_lacking`.execute(db)
  const observations = visits.flatMap(({ id: visit, point, day, said }) =>
    said.map(({ id, criterionId, grade, note }) => ({
      ...{ id, visit, point: point.id, criterion: criterionId, grade, note, seen: seenAt(day) },
    })),
  )
  await sql`
    insert into observations (tenant_id, visit_id, criterion_id, id, point_id, grade, note, seen_at, stamp)
    select ${actor.tenantId}, o.visit, o.criterion, o.id, o.point, o.grade, o.note, o.seen, ${stamp}
    from json_to_recordset(${JSON.stringify(observations)}::json) as o (visit uuid, criterion uuid, id uuid, point uuid, grade text,
      note text, seen timestamptz)
    on conflict (tenant_id, visit_id, criterion_id) do update set grade = excluded.grade, note = excluded.note,
      stamp = excluded.stamp`.execute(db)
}

const stateOf = (
  { id, point, version, onRecord, said }: PastVisit,
  at: string,
  stamp: string,
  note: string,
): VisitState => {
  const nothing = { exception: null, seenAt: at, stamp, photos: [], photosDropped: [] }
  const seen = new Map(onRecord?.observations.map(one => [one.criterionId, one]))
  for (const one of said) seen.set(one.criterionId, { ...nothing, ...one })
  return {
    ...{ id, roundId: null, pointId: point.id, versionId: version.id, startedAt: at, finishedAt: at },
    ...{ note, noteStamp: stamp, observations: [...seen.values()] },
  }
}
