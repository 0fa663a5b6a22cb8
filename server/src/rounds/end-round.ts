import type { RoundDetail } from '@luoshi/contract/rounds'
import type { Context } from '../context.ts'
import { getRound } from './get-round.ts'
import { openSecret } from './keep-secret.ts'
import { type LockedRound, lockRound, recordStep } from './lock-round.ts'

type Step = { readonly id: string; readonly version: number }

/** Ends a round and reveals what was secret. Points that nobody visited stay on record as missed. */
export const endRound = async (context: Context, input: Step): Promise<RoundDetail> => {
  const { db, actor, clock } = context
  const round = await lockRound(context, input, 'end')
  const now = clock.now()
  await db
    .updateTable('rounds')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', round.id)
    .set({ state: 'ended', ended_at: now, ...revealing(context, round, now), version: round.version + 1 })
    .execute()
  tellLater(context, round.id)
  const ended = await getRound(context, round.id)
  await recordStep(context, round, 'end', { points: ended.points, visited: ended.visited })
  return ended
}

/**
 * Calls a round off. One that was drawn is revealed, so that what was seen in it does not stay hidden for ever; of one that was not,
 * the inspected never hear.
 */
export const cancelRound = async (
  context: Context,
  { reason, ...input }: Step & { readonly reason: string },
): Promise<RoundDetail> => {
  const { db, actor, clock } = context
  const round = await lockRound(context, input, 'cancel')
  const now = clock.now()
  await db
    .updateTable('rounds')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', round.id)
    .set({
      state: 'cancelled',
      cancelled_at: now,
      cancel_reason: reason,
      ...(round.drawn_at === null ? { secret_kept: null } : revealing(context, round, now)),
      version: round.version + 1,
    })
    .execute()
  if (round.drawn_at !== null) tellLater(context, round.id)
  await recordStep(context, round, 'cancel', { from: round.state })
  return getRound(context, round.id)
}

/** What was found in secret goes to the units that answer for it. */
const tellLater = ({ actor, afterwards, jobs }: Context, roundId: string): void =>
  afterwards(() => jobs.send('tell-inspected', { tenantId: actor.tenantId, subjectId: roundId }))

const revealing = (context: Context, round: LockedRound, now: Date) =>
  round.revealed_at === null
    ? { secret: openSecret(context, round.id, round.secret_kept ?? ''), secret_kept: null, revealed_at: now }
    : {}
