import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { isSecret } from '../rounds/known-rounds.ts'
import type { Judged } from './judge-visit.ts'

/**
 * Whether the round of a visit is secret now. One that is stays so until the end of the transaction: whoever ends it waits, so that
 * nothing is held back of it after what was held back was told.
 */
export const asSecretNow = async ({ db, actor }: Context, judged: Judged): Promise<Judged> => {
  const { round } = judged
  if (!round?.secret) return judged
  const { rows } = await sql<{ secret: boolean }>`
    select ${isSecret} as secret from rounds r where r.tenant_id = ${actor.tenantId} and r.id = ${round.id} for share`.execute(
    db,
  )
  return { ...judged, round: { ...round, secret: rows[0]?.secret ?? false } }
}
