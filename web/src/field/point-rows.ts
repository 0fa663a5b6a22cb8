import type { LocalVisit } from '@luoshi/sync/outbox-store'
import type { VisitHead } from '@luoshi/sync/write-visit'
import type { KeptPoint, KeptRound, KeptStandard } from '../offline/field-database.ts'

/** A point as it stands in a list of points to be seen. */
export type PointRow = {
  readonly point: KeptPoint
  /** Null where no standard is published for its type: it cannot be inspected. */
  readonly visit: VisitHead | null
  readonly state: 'left' | 'begun' | 'done'
  /** How many criteria have a grade. */
  readonly seen: number
}

export type PointFilter = { readonly words: string; readonly state: 'all' | 'left' | 'done' }

/** The points that the draw gave the inspector, each with the one visit there is of it. */
export const rowsOfRound = (
  round: KeptRound,
  points: readonly KeptPoint[],
  visits: ReadonlyMap<string, LocalVisit>,
): readonly PointRow[] => {
  const byId = new Map(points.map(point => [point.id, point]))
  return round.points.flatMap(drawn => {
    const { pointId, versionId, visitId } = drawn
    const point = byId.get(pointId)
    if (point === undefined) return []
    const visit = { id: visitId, roundId: round.id, pointId, versionId }
    const local = visits.get(visitId)
    return [{ point, visit, ...progressOf(local, isSeenWhole(drawn, local)) }]
  })
}

/** Points of one's own unit, for a patrol: an unfinished one is gone on with, else a new one would begin under this id. */
export const rowsOfPatrol = (
  points: readonly KeptPoint[],
  standards: readonly KeptStandard[],
  visits: ReadonlyMap<string, LocalVisit>,
  newId: () => string,
): readonly PointRow[] => {
  const versions = new Map(
    standards
      .toSorted((one, other) => one.number - other.number)
      .map(({ pointType, versionId }) => [pointType, versionId]),
  )
  const begun = new Map(
    [...visits.values()]
      .filter(({ visit }) => visit.roundId === null && visit.finishedAt === null)
      .map(local => [local.visit.pointId, local]),
  )
  return points.map(point => {
    const local = begun.get(point.id)
    const versionId = local?.visit.versionId ?? versions.get(point.pointType)
    const visit =
      versionId === undefined ? null : { id: local?.id ?? newId(), roundId: null, pointId: point.id, versionId }
    return { point, visit, ...progressOf(local, false) }
  })
}

/**
 * Whether the visit that the draw asks for is finished and whole, as far as this phone or the server knows: one that left criteria
 * out is gone on with.
 */
export const isSeenWhole = (
  { criteria, finishedAt }: Pick<KeptRound['points'][number], 'criteria' | 'finishedAt'>,
  local: LocalVisit | undefined,
): boolean =>
  finishedAt !== null ||
  (local !== undefined && local.visit.finishedAt !== null && local.visit.observations.length >= criteria)

const progressOf = (local: LocalVisit | undefined, isDone: boolean): Pick<PointRow, 'state' | 'seen'> => {
  const seen = local?.visit.observations.length ?? 0
  if (isDone) return { state: 'done', seen }
  return { state: local === undefined ? 'left' : 'begun', seen }
}

/** Rows that meet the words and the state; what is begun is still to be done, and stands first. */
export const filterRows = (rows: readonly PointRow[], { words, state }: PointFilter): readonly PointRow[] => {
  const sought = words.trim().toLowerCase()
  return rows
    .filter(row => state === 'all' || (state === 'done') === (row.state === 'done'))
    .filter(
      ({ point }) =>
        sought === '' ||
        [point.name, point.address, point.unit.name, point.pointType, point.code].some(text =>
          text.toLowerCase().includes(sought),
        ),
    )
    .toSorted((one, other) => order[one.state] - order[other.state])
}

const order: Readonly<Record<PointRow['state'], number>> = { begun: 0, left: 1, done: 2 }
