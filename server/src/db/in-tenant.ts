import { sql, type Transaction } from 'kysely'
import type { Db } from './pool.ts'
import type { Database } from './tables.ts'

export type Scoped = Transaction<Database>

/**
 * One transaction under the role that cannot bypass row-level security, scoped to a tenant. The settings are local to the
 * transaction: a pooled connection carries nothing over.
 */
export const inTenant = <T>(db: Db, tenantId: string, run: (db: Scoped) => Promise<T>): Promise<T> =>
  db.transaction().execute(async transaction => {
    await sql`select set_config('luoshi.tenant', ${tenantId}, true), set_config('role', 'luoshi_app', true)`.execute(
      transaction,
    )
    return run(transaction)
  })
