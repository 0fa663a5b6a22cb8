import type { RoundDetail } from '@luoshi/contract/rounds'
import { type DrawFrame, drawLots } from '@luoshi/rules/draw'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { writePairs } from './draw-round.ts'
import { getRound } from './get-round.ts'
import { openSecret } from './keep-secret.ts'
import { withdrawalsOf } from './kept-withdrawal.ts'
import { lockRound, recordStep } from './lock-round.ts'

/**
 * An inspector cannot go: whatever is not visited yet falls to the next in lot. Who that is follows from the draw, so nobody chooses
 * the successor; that somebody withdrew, when and why is on record and in the proof.
 */
export const replaceInspector = async (
  context: Context,
  {
    personId,
    reason,
    ...input
  }: { readonly id: string; readonly version: number; readonly personId: string; readonly reason: string },
): Promise<RoundDetail> => {
  const { db, actor, clock } = context
  const round = await lockRound(context, input, 'replace')
  const frame = round.frame as DrawFrame // bound by us
  const before = withdrawalsOf(round)
  const isDrawn = await db
    .selectFrom('round_pairs')
    .where('tenant_id', '=', actor.tenantId)
    .where('round_id', '=', round.id)
    .where('person_id', '=', personId)
    .select('point_id')
    .executeTakeFirst()
  if (!isDrawn) throw new Problem('not-found', { noun: 'person' })
  if (before.some(({ inspectorId }) => inspectorId === personId))
    throw new Problem('state-forbids', { state: round.state })
  const keeps = await visitedBy(context, round.id, personId)
  const withdrawals = [...before, { inspectorId: personId, keeps, reason, at: clock.now().toISOString() }]
  const secret = round.secret ?? openSecret(context, round.id, round.secret_kept ?? '')
  const draw = drawLots({ secret, words: round.witness_words }, frame, withdrawals)
  await db
    .updateTable('rounds')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', round.id)
    .set({ draw: JSON.stringify(draw), withdrawals: JSON.stringify(withdrawals), version: round.version + 1 })
    .execute()
  await db.deleteFrom('round_pairs').where('tenant_id', '=', actor.tenantId).where('round_id', '=', round.id).execute()
  await writePairs(context, round.id, draw)
  await recordStep(context, round, 'replace', { personId, keeps: keeps.length })
  return getRound(context, round.id)
}

/** Where the person has begun a visit of the round already. */
const visitedBy = async ({ db, actor }: Context, roundId: string, personId: string): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('visits')
    .where('tenant_id', '=', actor.tenantId)
    .where('round_id', '=', roundId)
    .where('person_id', '=', personId)
    .orderBy('point_id')
    .select('point_id')
    .execute()
  return rows.map(({ point_id }) => point_id)
}
