import type { Barred, DrawFrame } from '@luoshi/rules/draw'
import { homeOf, type RoundKind } from '@luoshi/rules/round-kind'
import { isWithin, type UnitPath } from '@luoshi/rules/unit-path'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { droppedBefore } from './dropped-lots.ts'
import type { EligiblePoint } from './eligible-points.ts'
import { homeSeat, type Seat } from './seats.ts'

export type Tie = { readonly personId: string; readonly unitId: string; readonly reason: string }

export const tiesOf = ({ ties }: { readonly ties: unknown }): readonly Tie[] => ties as Tie[] // written by us

type FrameOf = {
  readonly roundId: string
  readonly kind: RoundKind
  readonly unitId: string
  readonly within: readonly UnitPath[]
  readonly points: readonly EligiblePoint[]
  readonly seats: ReadonlyMap<string, readonly Seat[]>
  readonly quotas: Readonly<Record<string, number>>
  readonly inspectorsPerPoint: number
  readonly apartRounds: number
  readonly ties: readonly Tie[]
}

/** Everything the draw depends on but chance, as it is bound. */
export const frameOf = async (context: Pick<Context, 'db' | 'actor' | 'clock'>, round: FrameOf): Promise<DrawFrame> => {
  const { points, seats, kind, within } = round
  const home = homeOf(kind)
  const inspectors = [...seats].flatMap(([id, all]) => {
    const seat = homeSeat(kind, all, within)
    return seat === undefined ? [] : [{ id, unitPath: seat.path }]
  })
  const met = home === 'own' ? [] : await pairsThatMet(context, round)
  const barred = [
    ...(home === 'own' ? [] : otherHomes(round)),
    ...(await tied(context, round)),
    ...met.map(pair => ({ ...pair, reason: 'met' as const })),
  ]
  const strata = new Set(points.map(({ stratum }) => stratum))
  return {
    roundId: round.roundId,
    points: points.map(({ id, stratum, unitPath, name, versionId }) => ({
      ...{ id, stratum, unitPath, name },
      versionId: versionId ?? undefined,
    })),
    inspectors,
    quotas: Object.fromEntries(
      Object.entries(round.quotas).filter(([stratum, quota]) => quota > 0 && strata.has(stratum)),
    ),
    inspectorsPerPoint: round.inspectorsPerPoint,
    home,
    barred: onceEach(barred),
    dropped: await droppedBefore(
      context,
      round.roundId,
      points.map(({ id }) => id),
    ),
  }
}

/** Nobody inspects where they also work, whichever of their seats counts as home. The root of all is nobody's home. */
const otherHomes = ({ points, seats, kind, within }: FrameOf): readonly Barred[] =>
  [...seats].flatMap(([inspectorId, all]) => {
    const others = all.filter(one => one !== homeSeat(kind, all, within) && one.path.includes('.'))
    return points
      .filter(({ unitPath }) => others.some(({ path }) => isWithin(unitPath, path) || isWithin(path, unitPath)))
      .map(({ id }) => ({ inspectorId, pointId: id, reason: 'home' as const }))
  })

const tied = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { points, seats, ties }: FrameOf,
): Promise<readonly Barred[]> => {
  if (ties.length === 0) return []
  const rows = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where(
      'id',
      'in',
      ties.map(({ unitId }) => unitId),
    )
    .select(['id', 'path'])
    .execute()
  const paths = new Map(rows.map(({ id, path }) => [id, path]))
  return ties
    .filter(({ personId }) => seats.has(personId))
    .flatMap(({ personId, unitId }) =>
      points
        .filter(({ unitPath }) => isWithin(unitPath, paths.get(unitId) ?? 'none'))
        .map(({ id }) => ({ inspectorId: personId, pointId: id, reason: 'tie' as const })),
    )
}

/** Inspectors and points that were drawn together in the last rounds of the unit. */
const pairsThatMet = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { unitId, roundId, apartRounds, points, seats }: FrameOf,
): Promise<readonly Barred[]> => {
  if (apartRounds === 0) return []
  const { rows } = await sql<{ person_id: string; point_id: string }>`
    select distinct x.person_id, x.point_id from round_pairs x
    where x.tenant_id = ${actor.tenantId} and x.person_id = any(${[...seats.keys()]}::uuid[]) and x.round_id in (
      select id from rounds where tenant_id = ${actor.tenantId} and unit_id = ${unitId} and id <> ${roundId}
        and state in ('drawn', 'ended') order by drawn_at desc limit ${apartRounds})`.execute(db)
  const ids = new Set(points.map(({ id }) => id))
  return rows
    .filter(({ point_id }) => ids.has(point_id))
    .map(({ person_id, point_id }) => ({ inspectorId: person_id, pointId: point_id }))
}

/** Each pair once, with the first reason. */
const onceEach = (barred: readonly Barred[]): readonly Barred[] => {
  const known = new Map<string, Barred>()
  for (const pair of barred) {
    const key = `${pair.inspectorId} ${pair.pointId}`
    if (!known.has(key)) known.set(key, pair)
  }
  return [...known.values()]
}
