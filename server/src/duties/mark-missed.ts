import { graceHours } from '@luoshi/rules/occurrence-machine'
import { sql } from 'kysely'
import type { House } from '../context.ts'
import { inTenant, type Scoped } from '../db/in-tenant.ts'
import type { Job } from '../jobs/jobs.ts'

/** Job `mark-missed`: what was due and was not recorded is recorded as missed, once. */
export const markMissed = async ({ db, clock }: Pick<House, 'db' | 'clock'>, { tenantId }: Job): Promise<void> => {
  const now = clock.now()
  for (let marked = PIECE; marked === PIECE; )
    marked = await inTenant(db, tenantId, one => markPiece(one, tenantId, now))
}

const PIECE = 5000

const markPiece = async (db: Scoped, tenantId: string, now: Date): Promise<number> => {
  const silentSince = new Date(now.getTime() - graceHours * 3_600_000)
  // Chosen first and joined to: as a condition, the choice may be made anew for every row.
  const { numAffectedRows } = await sql`
    with silent as materialized (
      select id from occurrences where tenant_id = ${tenantId} and state = 'due' and due_at < ${silentSince}
      order by due_at limit ${PIECE} for update skip locked)
    update occurrences o set state = 'missed', missed_at = ${now}, version = o.version + 1
    from silent where o.tenant_id = ${tenantId} and o.id = silent.id`.execute(db)
  return Number(numAffectedRows ?? 0)
}
