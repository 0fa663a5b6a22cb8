import { chainRoot, merkleRoot } from '@luoshi/rules/merkle'
import { sql } from 'kysely'
import type { House } from '../context.ts'
import { inTenant, type Scoped } from '../db/in-tenant.ts'
import type { Breach } from './breach.ts'
import { entryDigest, fastHash } from './entry-digest.ts'
import { leafOf } from './seal-record.ts'
import { verifyEvidence } from './verify-evidence.ts'

export type Verified = {
  readonly entries: number
  readonly unsealed: number
  readonly seals: number
  readonly files: number
  /** The newest seal; whoever noted it down elsewhere can tell that nothing before it was rewritten. */
  readonly newest: string | null
  readonly breaches: readonly Breach[]
}

type VerifyHouse = Pick<House, 'db' | 'files'>

/** Recomputes every digest, root and seal of a tenant, compares all evidence with what was filed, and reads every file of it. Changes nothing. */
export const verifyRecord = async ({ db, files }: VerifyHouse, tenantId: string): Promise<Verified> => {
  const sealed = await inTenant(db, tenantId, one => verifySeals(one, tenantId))
  const evidence = await verifyEvidence({ db, files }, tenantId)
  return { ...sealed, files: evidence.files, breaches: [...sealed.breaches, ...evidence.breaches] }
}

const verifySeals = async (db: Scoped, tenantId: string): Promise<Omit<Verified, 'files'>> => {
  const seals = await db.selectFrom('seals').where('tenant_id', '=', tenantId).selectAll().orderBy('number').execute()
  const breaches: Breach[] = []
  let previous: string | null = null
  let entries = 0
  for (const [index, seal] of seals.entries()) {
    const where = `seal ${seal.number}`
    if (seal.number !== index + 1) breaches.push({ kind: 'seal-gone', where: `seal ${index + 1}` })
    const batch = await verifyBatch(db, tenantId, seal.number)
    entries += batch.digests.length
    breaches.push(...batch.breaches)
    const root = merkleRoot(batch.digests.map(leafOf), fastHash)
    if (batch.digests.length !== seal.entries || root !== seal.root) breaches.push({ kind: 'leaves-changed', where })
    if (chainRoot(previous, seal.root, fastHash) !== seal.seal) breaches.push({ kind: 'seal-changed', where })
    previous = seal.seal
  }
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from audit_entries e where e.tenant_id = ${tenantId}
      and not exists (select from seal_leaves l where l.tenant_id = e.tenant_id and l.entry_id = e.id)`.execute(db)
  return { entries, unsealed: rows[0]?.count ?? 0, seals: seals.length, newest: previous, breaches }
}

const verifyBatch = async (
  db: Scoped,
  tenantId: string,
  number: number,
): Promise<{ readonly digests: readonly string[]; readonly breaches: readonly Breach[] }> => {
  const leaves = await db
    .selectFrom('seal_leaves')
    .where('tenant_id', '=', tenantId)
    .where('number', '=', number)
    .select(['entry_id', 'digest'])
    .orderBy('position')
    .execute()
  const rows = await db
    .selectFrom('audit_entries')
    .where('tenant_id', '=', tenantId)
    .where(
      'id',
      'in',
      db.selectFrom('seal_leaves').where('tenant_id', '=', tenantId).where('number', '=', number).select('entry_id'),
    )
    .selectAll()
    .execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  const breaches = leaves.flatMap(({ entry_id, digest }): Breach[] => {
    const row = byId.get(entry_id)
    if (!row) return [{ kind: 'entry-gone', where: `audit entry ${entry_id}` }]
    return entryDigest(row) === digest ? [] : [{ kind: 'entry-changed', where: `audit entry ${entry_id}` }]
  })
  return { digests: leaves.map(({ digest }) => digest), breaches }
}
