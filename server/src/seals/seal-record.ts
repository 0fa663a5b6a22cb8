import { chainRoot, merkleRoot } from '@luoshi/rules/merkle'
import { sql } from 'kysely'
import type { House } from '../context.ts'
import { inTenant, type Scoped } from '../db/in-tenant.ts'
import type { Job } from '../jobs/jobs.ts'
import { entryDigest, fastHash } from './entry-digest.ts'

const BATCH = 5000

/** Job `seal`: seals every audit entry that no seal holds yet, whenever it came in. Two at once wait for each other. */
export const sealRecord = async ({ db, clock }: Pick<House, 'db' | 'clock'>, { tenantId }: Job): Promise<void> => {
  for (let sealed = BATCH; sealed === BATCH; )
    sealed = await inTenant(db, tenantId, one => sealBatch(one, tenantId, clock.now()))
}

const sealBatch = async (db: Scoped, tenantId: string, now: Date): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`seal ${tenantId}`}))`.execute(db)
  const entries = await unsealed(db, tenantId)
  if (entries.length === 0) return 0
  const last = await db
    .selectFrom('seals')
    .where('tenant_id', '=', tenantId)
    .select(['number', 'seal'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const digests = entries.map(entryDigest)
  const root = merkleRoot(digests.map(leafOf), fastHash)
  await db
    .insertInto('seals')
    .values({
      tenant_id: tenantId,
      number,
      entries: entries.length,
      root,
      seal: chainRoot(last?.seal ?? null, root, fastHash),
      sealed_at: now,
    })
    .execute()
  await sql`
    insert into seal_leaves (tenant_id, entry_id, number, position, digest)
    select ${tenantId}, leaf.id, ${number}, leaf.position - 1, leaf.digest
    from unnest(${entries.map(({ id }) => id)}::uuid[], ${digests}::text[]) with ordinality as leaf (id, digest, position)`.execute(
    db,
  )
  return entries.length
}

export const leafOf = (digest: string): Uint8Array => new Uint8Array(Buffer.from(digest, 'hex'))

const unsealed = (db: Scoped, tenantId: string) =>
  db
    .selectFrom('audit_entries')
    .where('audit_entries.tenant_id', '=', tenantId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('seal_leaves')
            .whereRef('seal_leaves.tenant_id', '=', 'audit_entries.tenant_id')
            .whereRef('seal_leaves.entry_id', '=', 'audit_entries.id')
            .select('seal_leaves.entry_id'),
        ),
      ),
    )
    .selectAll('audit_entries')
    .orderBy('audit_entries.id')
    .limit(BATCH)
    .execute()
