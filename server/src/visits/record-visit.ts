import type { ObservationWritten } from '@luoshi/contract/field'
import { mergeVisits, settled } from '@luoshi/sync/visit-state'
import { sql } from 'kysely'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { clampMoments } from './believable-moments.ts'
import { asSecretNow } from './hold-secret.ts'
import { beginOrHold, insertObservations } from './hold-visit.ts'
import { type Judged, judgeVisit } from './judge-visit.ts'
import { mindCases } from './mind-cases.ts'
import { showPhotos } from './show-photos.ts'
import { columnsOf } from './visit-columns.ts'
import type { Ground, VisitState } from './visit-ground.ts'

export type Sending = {
  readonly entryId: string
  readonly deviceId: string
  readonly writtenAt: string
  readonly clockErrorMs: number
}

/**
 * Brings a visit as far as it has come together with what is on record of it (`packages/sync/SPEC.md`). The same in any order,
 * from any device, however often.
 */
export const recordVisit = async (
  context: Context,
  ground: Ground,
  written: VisitState,
  sending: Sending,
): Promise<void> => {
  const judged = await asSecretNow(context, judgeVisit(context, ground, written))
  const { visit, given } = clampMoments(written, context.clock.now())
  const alone = settled(visit)
  const before = await beginOrHold(context, judged, alone, columnsOf(judged.version.criteria, alone))
  const after = before === null ? alone : mergeVisits(before, visit)
  const changed = changedIn(before, after)
  if (before !== null) {
    await writeVisit(context, judged, after)
    await writeObservations(context, after, changed)
  }
  await showPhotos(context, judged, before, after.id, changed)
  await mindCases(context, judged, before, after)
  const { point, round } = judged
  // The audit of a secret round is its office's, not the inspected unit's.
  const about = {
    kind: 'visit',
    id: after.id,
    name: point.name,
    unitPath: round?.secret ? round.unit_path : point.unit_path,
  }
  await record(context, 'visit.record', about, {
    ...sending,
    observations: visit.observations.length,
    finished: visit.finishedAt !== null,
    ...(given.length > 0 && { momentsGiven: given }),
  })
}

const changedIn = (before: VisitState | null, after: VisitState): readonly ObservationWritten[] => {
  const known = new Map(before?.observations.map(seen => [seen.criterionId, JSON.stringify(inOrder(seen))]))
  return after.observations.filter(seen => known.get(seen.criterionId) !== JSON.stringify(inOrder(seen)))
}

const inOrder = (seen: ObservationWritten) => [
  seen.stamp,
  seen.grade,
  seen.exception,
  seen.note,
  seen.seenAt,
  seen.photos,
  seen.photosDropped,
]

const writeVisit = async ({ db, actor }: Context, judged: Judged, visit: VisitState): Promise<void> => {
  await db
    .updateTable('visits')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', visit.id)
    .set(columnsOf(judged.version.criteria, visit))
    .execute()
}

/** The last word of what is on record already. */
const writeObservations = async (
  { db, actor }: Context,
  { id, pointId }: VisitState,
  changed: readonly ObservationWritten[],
): Promise<void> => {
  if (changed.length === 0) return
  const into = sql`(values (${actor.tenantId}::uuid, ${id}::uuid, ${pointId}::uuid))`
  await sql`${insertObservations(id, changed, sql`(select * from ${into} t (tenant_id, id, point_id))`)}
    on conflict (tenant_id, visit_id, criterion_id) do update set grade = excluded.grade, exception = excluded.exception,
      note = excluded.note, seen_at = excluded.seen_at, stamp = excluded.stamp, photos = excluded.photos,
      photos_dropped = excluded.photos_dropped`.execute(db)
}
