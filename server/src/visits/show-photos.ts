import type { ObservationWritten } from '@luoshi/contract/field'
import { observationIdOf } from '@luoshi/rules/derived-id'
import type { Context } from '../context.ts'
import { awaitPhotos, dropPhotos } from '../evidence/await-photos.ts'
import type { Judged } from './judge-visit.ts'
import type { VisitState } from './visit-ground.ts'

/**
 * Lets photos show what they were taken of, before or after they arrive. They become those of the unit that answers for the point;
 * of a secret round only when it is revealed.
 */
export const showPhotos = async (
  context: Context,
  { point, round }: Judged,
  before: VisitState | null,
  visitId: string,
  changed: readonly ObservationWritten[],
): Promise<void> => {
  const known = new Map(before?.observations.map(seen => [seen.criterionId, seen]))
  const unitId = round?.secret ? null : point.unit_id
  const added = changed.flatMap(({ criterionId, photos }) => {
    const subject = { kind: 'observation', id: observationIdOf(visitId, criterionId) } as const
    const had = new Set(known.get(criterionId)?.photos)
    return photos.filter(photo => !had.has(photo)).map(evidenceId => ({ evidenceId, subject, unitId }))
  })
  await awaitPhotos(context, added)
  for (const { criterionId, photosDropped } of changed) {
    const gone = photosDropped.filter(photo => known.get(criterionId)?.photos.includes(photo))
    await dropPhotos(context, { kind: 'observation', id: observationIdOf(visitId, criterionId) }, gone)
  }
}
