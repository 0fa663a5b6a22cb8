import type { ObservationWritten, VisitWritten } from '@luoshi/contract/field'
import { canonicalJson } from '@luoshi/rules/canonical-json'

/** A visit as far as one device, or the server, knows it. */
export type VisitState = VisitWritten['visit']

/**
 * Brings together what two devices say of one visit. Commutative, associative, idempotent: whoever has heard the same things, in
 * whatever order and however often, holds the same visit.
 */
export const mergeVisits = (one: VisitState, other: VisitState): VisitState => {
  const note = lastWord({ stamp: one.noteStamp, note: one.note }, { stamp: other.noteStamp, note: other.note })
  return {
    id: one.id,
    roundId: firstText(one.roundId, other.roundId),
    pointId: firstText(one.pointId, other.pointId),
    versionId: firstText(one.versionId, other.versionId),
    startedAt: earlier(one.startedAt, other.startedAt),
    finishedAt: later(one.finishedAt, other.finishedAt),
    note: note.note,
    noteStamp: note.stamp,
    observations: mergeObservations(one.observations, other.observations),
  }
}

/** The same visit in the one order that merging gives. */
export const settled = (visit: VisitState): VisitState => mergeVisits(visit, visit)

export const mergeObservations = (
  one: readonly ObservationWritten[],
  other: readonly ObservationWritten[],
): ObservationWritten[] => {
  const merged = new Map<string, ObservationWritten>()
  for (const next of [...one, ...other]) {
    const known = merged.get(next.criterionId)
    merged.set(next.criterionId, mergeObservation(known ?? next, next))
  }
  return [...merged.values()].sort((a, b) => (a.criterionId < b.criterionId ? -1 : 1))
}

/** The last word of grade, exception and note together; the photos of both, without those taken back by either. */
export const mergeObservation = (one: ObservationWritten, other: ObservationWritten): ObservationWritten => {
  const { photos: _, photosDropped: __, ...said } = lastWord(one, other)
  const dropped = new Set([...one.photosDropped, ...other.photosDropped])
  const photos = new Set([...one.photos, ...other.photos])
  return { ...said, photos: [...photos.difference(dropped)].sort(), photosDropped: [...dropped].sort() }
}

/** Two words with one stamp are of a device that was copied; then any order will do, as long as everybody finds the same. */
const lastWord = <T extends { readonly stamp: string }>(one: T, other: T): T => {
  if (one.stamp !== other.stamp) return one.stamp > other.stamp ? one : other
  return saidBy(one) >= saidBy(other) ? one : other
}

const saidBy = <T extends { readonly stamp: string }>(word: T): string =>
  canonicalJson({ ...word, photos: null, photosDropped: null })

const firstText = <T extends string | null>(one: T, other: T): T =>
  one === null ? other : other === null ? one : one <= other ? one : other

const earlier = (one: string, other: string): string => {
  const apart = Date.parse(one) - Date.parse(other)
  return apart < 0 || (apart === 0 && one < other) ? one : other
}

const later = (one: string | null, other: string | null): string | null => {
  if (one === null || other === null) return one ?? other
  return earlier(one, other) === one ? other : one
}
