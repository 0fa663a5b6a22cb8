import type { RoundDetail } from '@luoshi/contract/rounds'
import { commitToDraw, type DrawFrame } from '@luoshi/rules/draw'
import type { UnitPath } from '@luoshi/rules/unit-path'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import { Problem } from '../problem.ts'
import { type EligiblePoint, eligiblePoints, isInspectedUnit, typesWithoutStandard } from './eligible-points.ts'
import { frameOf, tiesOf } from './frame-of.ts'
import { getRound } from './get-round.ts'
import { inspectedPaths } from './inspected-units.ts'
import { keepSecret } from './keep-secret.ts'
import { type LockedRound, lockRound, recordStep } from './lock-round.ts'
import { type Seat, seatsOf } from './seats.ts'

/**
 * Fixes who and what may be drawn and takes the secret, and publishes the hashes of both. From here on neither can change without
 * being seen; the hashes are in the audit, and so in its seal, even where the round itself must stay unknown.
 */
export const commitRound = async (
  context: Context,
  input: { readonly id: string; readonly version: number },
): Promise<RoundDetail> => {
  const { db, actor, clock, random } = context
  const round = await lockRound(context, input, 'commit')
  const { frame, involved } = await boundFrame(context, round)
  const secret = Buffer.from(random(32)).toString('base64url')
  const { secretHash, frameHash } = commitToDraw(secret, frame)
  await db
    .updateTable('rounds')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', round.id)
    .set({
      state: 'committed',
      involved_paths: pathArray(involved) as never, // a parameter with its type written out
      secret_hash: secretHash,
      frame_hash: frameHash,
      frame: JSON.stringify(frame),
      quotas: JSON.stringify(frame.quotas),
      secret_kept: keepSecret(context, round.id, secret),
      committed_at: clock.now(),
      version: round.version + 1,
    })
    .execute()
  await recordStep(context, round, 'commit', { secretHash, frameHash })
  return getRound(context, round.id)
}

const boundFrame = async (
  context: Context,
  round: LockedRound,
): Promise<{ readonly frame: DrawFrame; readonly involved: readonly UnitPath[] }> => {
  const within = await inspectedPaths(context, round.unit_path, round.within_unit_ids)
  const points = await eligiblePoints(context, round.point_types, within)
  const seats = await seatsOf(context, await inspectorsOf(context, round.id))
  refuseUnfit(round, points, seats)
  const frame = await frameOf(context, {
    roundId: round.id,
    kind: round.kind as RoundDetail['kind'], // checked by the table
    unitId: round.unit_id,
    within,
    points,
    seats,
    quotas: round.quotas as Record<string, number>, // written by us
    inspectorsPerPoint: round.inspectors_per_point,
    apartRounds: round.apart_rounds,
    ties: tiesOf(round),
  })
  if (Object.keys(frame.quotas).length === 0) throw new Problem('round-without-points')
  return { frame, involved: [...new Set(points.map(({ unitPath }) => unitPath))].sort() }
}

const refuseUnfit = (
  { kind, unit_path: running }: LockedRound,
  points: readonly EligiblePoint[],
  seats: ReadonlyMap<string, readonly Seat[]>,
): void => {
  if (points.length === 0) throw new Problem('round-without-points')
  if (seats.size === 0) throw new Problem('round-without-inspectors')
  const types = typesWithoutStandard(points)
  if (types.length > 0) throw new Problem('round-without-standard', { types: types.join('、') })
  if (kind !== 'mutual') return
  const isInspected = isInspectedUnit(points, running)
  const strangers = [...seats.values()].filter(all => !all.some(({ path }) => isInspected(path)))
  if (strangers.length > 0)
    throw new Problem('round-inspector-outside', { names: strangers.map(([one]) => one?.name ?? '').join('、') })
}

const inspectorsOf = async ({ db, actor }: Context, roundId: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('round_inspectors')
    .where('tenant_id', '=', actor.tenantId)
    .where('round_id', '=', roundId)
    .select('person_id')
    .execute()
  return rows.map(({ person_id }) => person_id)
}
