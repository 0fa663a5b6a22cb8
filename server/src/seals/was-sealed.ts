import type { Db } from '../db/pool.ts'

/** Whether a seal that somebody noted down elsewhere is one of the chain. */
export const wasSealed = async (db: Db, tenantId: string, seal: string): Promise<boolean> =>
  (await db
    .selectFrom('seals')
    .where('tenant_id', '=', tenantId)
    .where('seal', '=', seal)
    .select('number')
    .executeTakeFirst()) !== undefined
