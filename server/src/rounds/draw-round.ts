import type { RoundDetail } from '@luoshi/contract/rounds'
import { type Draw, type DrawFrame, drawLots } from '@luoshi/rules/draw'
import { sha256Hex } from '@luoshi/rules/sha256'
import type { Context } from '../context.ts'
import { inChunks } from '../db/in-chunks.ts'
import { Problem } from '../problem.ts'
import { getRound } from './get-round.ts'
import { openSecret } from './keep-secret.ts'
import { type LockedRound, lockRound, recordStep } from './lock-round.ts'

type DrawInput = {
  readonly id: string
  readonly version: number
  readonly witness: string | null
  readonly witnessWords: string | null
}

/**
 * Draws points and inspectors from what was bound and from the witness's words. What was secret is revealed at once, unless the
 * round is unannounced: then when it is over.
 */
export const drawRound = async (
  context: Context,
  { witness, witnessWords, ...input }: DrawInput,
): Promise<RoundDetail> => {
  const { db, actor, clock } = context
  if ((witness === null) !== (witnessWords === null))
    throw new Problem('input-invalid', {}, [
      { field: witness === null ? 'witness' : 'witnessWords', message: 'missing' },
    ])
  const round = await lockRound(context, input, 'draw')
  const secret = openSecret(context, round.id, round.secret_kept ?? '')
  const frame = round.frame as DrawFrame // bound by us
  const draw = drawLots({ secret, words: witnessWords }, frame)
  const reveals = round.kind !== 'unannounced'
  const now = clock.now()
  await db
    .updateTable('rounds')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', round.id)
    .set({
      state: 'drawn',
      witness,
      witness_words: witnessWords,
      draw: JSON.stringify(draw),
      drawn_at: now,
      ...(reveals && { secret, secret_kept: null, revealed_at: now }),
      version: round.version + 1,
    })
    .execute()
  await writeDrawn(context, round, frame, draw)
  await recordStep(context, round, 'draw', {
    witness: witness !== null,
    points: draw.drawn.length,
    short: draw.short.length,
    drawHash: sha256Hex(JSON.stringify(draw)),
  })
  return getRound(context, round.id)
}

/** Each point is held to the version that was bound with it, whatever was published since. */
const writeDrawn = async (context: Context, round: LockedRound, frame: DrawFrame, draw: Draw): Promise<void> => {
  const { db, actor } = context
  const framed = new Map(frame.points.map(point => [point.id, point]))
  const keys = { tenant_id: actor.tenantId, round_id: round.id }
  const points = draw.drawn.map(({ pointId }, ordinal) => {
    const point = framed.get(pointId)
    if (point?.versionId === undefined)
      throw new Problem('round-without-standard', { types: round.point_types.join('、') })
    return { ...keys, point_id: pointId, version_id: point.versionId, stratum: point.stratum, ordinal }
  })
  await inChunks(points, chunk => db.insertInto('round_points').values(chunk).execute())
  await writePairs(context, round.id, draw)
}

/** Who goes where, as rows; nothing for a point that nobody may go to. */
export const writePairs = async ({ db, actor }: Context, roundId: string, draw: Draw): Promise<void> => {
  const pairs = draw.drawn.flatMap(({ pointId, inspectorIds }) =>
    inspectorIds.map(personId => ({
      tenant_id: actor.tenantId,
      round_id: roundId,
      point_id: pointId,
      person_id: personId,
    })),
  )
  await inChunks(pairs, chunk => db.insertInto('round_pairs').values(chunk).execute())
}
