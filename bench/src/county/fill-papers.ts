import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '@luoshi/server/db/pool'
import { sql } from 'kysely'
import { tenantId } from './fill-county.ts'

const PIECE = 1 << 20
const CRITERIA = 20

/** The one that the county's only task belongs to. */
export const programmeId = '01900004-0000-7000-8000-000000000002'
export const countyId = '01900001-0000-7000-8000-000000000001'

/** A standard that asks for papers, and so many of them on file, each of so many megabytes that no two share and nothing packs. */
export const fillPapers = async (db: Db, folder: string, count: number, megabytes: number): Promise<void> => {
  const versionId = '0190000c-0000-7000-8000-000000000001'
  const person = sql.raw('(select id from people order by id limit 1)')
  await sql`insert into standards (tenant_id, id, unit_id, unit_path, point_type, title, programme_id, created_by, created_at)
    values (${tenantId}, ${versionId}, ${countyId}, 'county', '居民小区', '居民小区测评标准', ${programmeId}, ${person}, now())`.execute(
    db,
  )
  await sql`insert into standard_versions (tenant_id, id, standard_id, number, state, published_by, published_at)
    values (${tenantId}, ${versionId}, ${versionId}, 1, 'published', ${person}, now())`.execute(db)
  await sql`update standards set current_version_id = ${versionId}`.execute(db)
  await sql`insert into criteria (tenant_id, version_id, id, ordinal, section, text, evidence)
    select ${tenantId}, ${versionId}, ${criterion}, n, '组织', '第' || n || '项材料齐全', '[{"name":"材料","kind":"paper","months":null}]'
    from generate_series(0, ${CRITERIA - 1}::int) n`.execute(db)
  for (let n = 0; n < count; n += 1) {
    const sha256 = await writePaper(folder, n, megabytes)
    await sql`insert into files (tenant_id, sha256, bytes, media_type, stored_at)
      values (${tenantId}, ${sha256}, ${megabytes * PIECE}, 'application/pdf', now())`.execute(db)
    await sql`with filed as (
        insert into evidence (tenant_id, id, unit_id, unit_path, kind, name, sha256, added_by, added_at)
        select ${tenantId}, gen_random_uuid(), u.id, u.path, 'file', ${`材料${n}.pdf`}, ${sha256}, ${person}, now()
        from units u where u.kind = 'street' returning id)
      insert into evidence_serves (tenant_id, evidence_id, subject_kind, subject_id)
      select ${tenantId}, filed.id, 'criterion', ${criterion} from filed cross join (values (${n % CRITERIA}::int)) as given (n)`.execute(
      db,
    )
  }
}

const criterion = sql`('0190000d-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`

/** Its digest, where the house looks for it. Each piece is scrambled from the number of the paper and its own. */
const writePaper = async (folder: string, number: number, megabytes: number): Promise<string> => {
  const pieces = Array.from({ length: megabytes }, (_, piece) => scrambled(number * megabytes + piece + 1))
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  const sha256 = hash.digest('hex')
  const place = join(folder, tenantId, sha256.slice(0, 2))
  await mkdir(place, { recursive: true })
  const file = await open(join(place, sha256), 'w')
  for (const piece of pieces) await file.write(piece)
  await file.close()
  return sha256
}

/** Xorshift: quick, and never twice the same. */
const scrambled = (seed: number): Buffer => {
  const words = new Uint32Array(PIECE / 4)
  let state = Math.imul(seed, 2_654_435_769) | 1
  for (let at = 0; at < words.length; at += 1) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    words[at] = state
  }
  return Buffer.from(words.buffer)
}
