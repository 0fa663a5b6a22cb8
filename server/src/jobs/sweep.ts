import { sql } from 'kysely'
import type { House } from '../context.ts'
import { dropExports } from '../ledger/drop-exports.ts'
import { asSystem } from './as-system.ts'
import type { Job } from './jobs.ts'

const DAY = 86_400_000

/** Takes away what nobody needs any more: previews not taken, notices long told, sets that can be made again, sign-ins that have run out. */
export const sweep = async (house: House, { tenantId }: Job): Promise<void> => {
  const now = house.clock.now().getTime()
  await asSystem(house, tenantId, async ({ db }) => {
    const old = (days: number): Date => new Date(now - days * DAY)
    await db.deleteFrom('imports').where('tenant_id', '=', tenantId).where('created_at', '<', old(2)).execute()
    await db.deleteFrom('notices_due').where('tenant_id', '=', tenantId).where('created_at', '<', old(400)).execute()
  })
  await dropExports(house, tenantId)
  const { db } = house
  await sql`delete from auth.session where "expiresAt" < now()`.execute(db)
  await sql`delete from auth.verification where "expiresAt" < now()`.execute(db)
  await sql`delete from auth.failures where last_at < ${new Date(now - DAY)}`.execute(db)
}
