import { visitIdOf } from '@luoshi/rules/derived-id'
import { can } from '@luoshi/rules/permissions'
import { homeOf } from '@luoshi/rules/round-kind'
import { readStamp } from '@luoshi/sync/stamp'
import { allowSomewhere } from '../allow.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import {
  type Ground,
  type PointHeld,
  type RoundHeld,
  roundKey,
  type VersionHeld,
  type VisitState,
} from './visit-ground.ts'

export type Judged = {
  readonly point: PointHeld
  readonly round: RoundHeld | null
  readonly version: VersionHeld
}

const yearMs = 366 * 86_400_000

/** Refuses a visit that its writer had no part in, or that says what nobody could have seen. */
export const judgeVisit = (
  { actor, clock }: Pick<Context, 'actor' | 'clock'>,
  ground: Ground,
  visit: VisitState,
): Judged => {
  const point = ground.points.get(visit.pointId)
  if (!point) throw new Problem('not-found', { noun: 'point' })
  const round = visit.roundId === null ? null : roundFor(actor, ground, visit, point)
  if (round === null) allowPatrol(actor, point)
  const version = versionOf(ground, visit, point, round)
  const criteria = new Set(version.criteria.map(({ id }) => id))
  if (visit.observations.some(({ criterionId }) => !criteria.has(criterionId)))
    throw new Problem('standard-unfit', { point: point.name })
  const stamps = [visit.noteStamp, ...visit.observations.map(({ stamp }) => stamp)]
  const believed = clock.now().getTime() + yearMs
  // A stamp that far ahead would have the last word for ever.
  if (stamps.some(stamp => readStamp(stamp).ms > believed)) throw new Problem('clock-not-believed')
  return { point, round, version }
}

const allowPatrol = (actor: Context['actor'], point: PointHeld): void => {
  allowSomewhere(actor, 'visit.record')
  if (!can(actor, 'visit.record', { tenantId: actor.tenantId, unitPath: point.unit_path }))
    throw new Problem('point-not-own')
}

/** The lot decides who goes where; on patrols and on one's own rounds whoever works there may go as well. */
const roundFor = (actor: Context['actor'], ground: Ground, visit: VisitState, point: PointHeld): RoundHeld => {
  const round = ground.rounds.get(roundKey(visit.roundId ?? '', visit.pointId))
  if (!round) throw new Problem('not-found', { noun: 'round' })
  allowSomewhere(actor, 'visit.record')
  const here = { tenantId: actor.tenantId, unitPath: point.unit_path }
  if (!round.drawn && !(homeOf(round.kind) === 'own' && can(actor, 'visit.record', here)))
    throw new Problem('not-drawn')
  if (visit.id !== visitIdOf(round.id, point.id, actor.personId)) throw new Problem('visit-misnamed')
  const isOver = round.over_at !== null && Date.parse(visit.startedAt) > Date.parse(round.over_at)
  if (round.state === 'draft' || round.state === 'committed' || isOver)
    throw new Problem('state-forbids', { state: round.state })
  return round
}

/** A round is held to what it drew with; elsewhere any version that was published for the type will do, for phones are offline for days. */
const versionOf = (ground: Ground, visit: VisitState, point: PointHeld, round: RoundHeld | null): VersionHeld => {
  const version = ground.versions.get(visit.versionId)
  const fits =
    round === null
      ? version?.state === 'published' && version.point_type === point.point_type
      : visit.versionId === round.version_id
  if (!version || !fits) throw new Problem('standard-unfit', { point: point.name })
  return version
}
