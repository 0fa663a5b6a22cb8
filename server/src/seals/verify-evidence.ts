import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { House } from '../context.ts'
import { inTenant, type Scoped } from '../db/in-tenant.ts'
import { evidenceDigest, type FiledEvidence } from '../evidence/evidence-digest.ts'
import type { Breach } from './breach.ts'

const BATCH = 2000

/** Compares all evidence of a tenant with the entries about its filing, and reads every file once. Both ways: rows and entries. */
export const verifyEvidence = async (
  { db, files }: Pick<House, 'db' | 'files'>,
  tenantId: string,
): Promise<{ readonly files: number; readonly breaches: readonly Breach[] }> => {
  const breaches: Breach[] = []
  const read = new Set<string>()
  let last: string | null = null
  while (true) {
    const after: string | null = last
    const rows: readonly Kept[] = await inTenant(db, tenantId, one => keptAfter(one, tenantId, after))
    for (const row of rows) {
      breaches.push(...asFiled(row))
      if (row.sha256 === null || read.has(row.sha256)) continue
      read.add(row.sha256)
      breaches.push(...(await fileAsFiled(files, tenantId, row.sha256)))
    }
    last = rows.at(-1)?.id ?? null
    if (last === null) break
  }
  breaches.push(...(await inTenant(db, tenantId, one => missed(one, tenantId))))
  return { files: read.size, breaches }
}

/** `filed`: what the entry about its filing sealed; null where there is no entry. */
type Kept = FiledEvidence & { readonly filed: { readonly digest?: string; readonly sha256?: string } | null }

const keptAfter = async (db: Scoped, tenantId: string, after: string | null): Promise<readonly Kept[]> => {
  const { rows } = await sql<Kept>`
    select e.id, e.kind, e.name, e.sha256, e.text, e.taken_at, e.valid_until, e.added_by, e.added_at,
      (select a.content from audit_entries a where a.tenant_id = e.tenant_id and a.subject_id = e.id
        and a.action = 'evidence.add' order by a.id limit 1) as filed
    from evidence e where e.tenant_id = ${tenantId} and (${after}::uuid is null or e.id > ${after}::uuid)
    order by e.id limit ${BATCH}`.execute(db)
  return rows
}

/** Entries written before digests were sealed carry the file's alone. */
const asFiled = (row: Kept): readonly Breach[] => {
  const where = `evidence ${row.id}`
  if (row.filed === null) return [{ kind: 'evidence-unrecorded', where }]
  const { digest, sha256 = null } = row.filed
  const same = digest === undefined ? sha256 === row.sha256 : digest === evidenceDigest(row)
  return same ? [] : [{ kind: 'evidence-changed', where }]
}

/** What an entry tells of and the record no longer has: evidence itself, or that it serves a thing and was not taken back. */
const missed = async (db: Scoped, tenantId: string): Promise<readonly Breach[]> => {
  const gone = await sql<{ id: string }>`
    select distinct a.subject_id as id from audit_entries a
    where a.tenant_id = ${tenantId} and a.action = 'evidence.add'
      and not exists (select from evidence e where e.tenant_id = a.tenant_id and e.id = a.subject_id)
    order by 1`.execute(db)
  const unlinked = await sql<{ id: string; kind: string; subject: string }>`
    select distinct a.subject_id as id, s.one->>'kind' as kind, s.one->>'id' as subject
    from audit_entries a cross join lateral jsonb_array_elements(a.content->'for') s (one)
    where a.tenant_id = ${tenantId} and a.action = 'evidence.add' and not exists (
      select from evidence_serves l where l.tenant_id = a.tenant_id and l.evidence_id = a.subject_id
        and l.subject_kind = s.one->>'kind' and l.subject_id = (s.one->>'id')::uuid
        and l.part = coalesce(s.one->>'part', ''))
      and not exists (
        select from audit_entries w where w.tenant_id = a.tenant_id and w.subject_id = a.subject_id
          and w.action = 'evidence.withdraw' and w.id > a.id and w.content->'from' @> jsonb_build_array(s.one - 'part'))
    order by 1, 2, 3`.execute(db)
  const lost = new Set(gone.rows.map(({ id }) => id))
  return [
    ...gone.rows.map(({ id }) => ({ kind: 'evidence-gone' as const, where: `evidence ${id}` })),
    ...unlinked.rows
      .filter(({ id }) => !lost.has(id))
      .map(one => ({ kind: 'evidence-unlinked' as const, where: `evidence ${one.id} of ${one.kind} ${one.subject}` })),
  ]
}

const fileAsFiled = async (files: House['files'], tenantId: string, sha256: string): Promise<readonly Breach[]> => {
  const hash = createHash('sha256')
  try {
    await pipeline(await files.read(tenantId, sha256), hash)
  } catch {
    return [{ kind: 'file-gone', where: `file ${sha256}` }]
  }
  return hash.digest('hex') === sha256 ? [] : [{ kind: 'file-changed', where: `file ${sha256}` }]
}
