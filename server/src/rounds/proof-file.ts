import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Draw, DrawFrame } from '@luoshi/rules/draw'
import type { DrawProof } from '@luoshi/rules/draw-proof'
import type { Context, House } from '../context.ts'
import { asSystem } from '../jobs/as-system.ts'
import { Problem } from '../problem.ts'
import { droppedBeside } from './dropped-lots.ts'
import { withdrawalsOf } from './kept-withdrawal.ts'

/** The address of a round's proof, for whoever has the link: it cannot be guessed, and tells nothing before the round is revealed. */
export const proofUrl = (house: Pick<House, 'publicUrl' | 'secret'>, tenantId: string, roundId: string): string =>
  `${house.publicUrl}/api/v1/draw-proofs/${proofToken(house.secret, tenantId, roundId)}.json`

/** Tenant and round, and a seal over both that only this house can make. */
export const proofToken = (secret: string, tenantId: string, roundId: string): string => {
  const keys = Buffer.from(`${tenantId}${roundId}`.replaceAll('-', ''), 'hex')
  return Buffer.concat([keys, sealOf(secret, keys)]).toString('base64url')
}

const sealOf = (secret: string, keys: Uint8Array): Buffer =>
  createHmac('sha256', secret).update('draw-proof').update(keys).digest().subarray(0, 16)

/** The proof that a link stands for. Anything else than a link we made for a round that is revealed is not found. */
export const proofOf = async (house: House, token: string): Promise<DrawProof> => {
  const given = Buffer.from(token, 'base64url')
  const keys = given.subarray(0, 32)
  if (given.length !== 48 || !timingSafeEqual(given.subarray(32), sealOf(house.secret, keys)))
    throw new Problem('not-found', { noun: 'round' })
  const [tenantId, roundId] = [uuidOf(keys.subarray(0, 16)), uuidOf(keys.subarray(16))]
  return asSystem(house, tenantId, context => readProof(context, roundId))
}

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

const readProof = async (context: Context, roundId: string): Promise<DrawProof> => {
  const { db, actor } = context
  const round = await db
    .selectFrom('rounds')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', roundId)
    .where('revealed_at', 'is not', null)
    .selectAll()
    .executeTakeFirst()
  if (!round?.secret || !round.committed_at || !round.drawn_at || !round.secret_hash || !round.frame_hash)
    throw new Problem('not-found', { noun: 'round' })
  // Why somebody could not go is nobody's business outside.
  const withdrawals = withdrawalsOf(round).map(({ inspectorId, keeps }) => ({ inspectorId, keeps }))
  return {
    format: 'luoshi.draw/1',
    title: round.title,
    commitment: { secretHash: round.secret_hash, frameHash: round.frame_hash },
    committedAt: round.committed_at.toISOString(),
    drawnAt: round.drawn_at.toISOString(),
    secret: round.secret,
    witness: round.witness,
    words: round.witness_words,
    frame: round.frame as DrawFrame, // bound by us
    withdrawals,
    draw: round.draw as Draw, // drawn by us
    beside: await droppedBeside(context, round),
  }
}
