import type { Db } from '@luoshi/server/db/pool'
import { sql } from 'kysely'
import { tenantId } from './fill-county.ts'

const idOf = (kind: number, number: number): string =>
  `0191${String(kind).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

export const roundId = idOf(1, 1)
export const versionId = idOf(2, 1)
export const criteriaEach = 20
export const criterionId = (n: number): string => idOf(3, n)
export const pointId = (n: number): string => idOf(4, n)
export const inspectorId = (n: number): string => idOf(5, n)
export const inspectorToken = (n: number): string => `token-of-inspector-${n}`

/** Points of every estate held to a standard of twenty criteria, and a round that sends so many inspectors to all of them. */
export const fillVisits = async (db: Db, inspectors: number, pointsEach: number): Promise<number> => {
  const tenant = sql`${tenantId}::uuid`
  const county = sql`(select id from units where path = 'county')`
  const numbered = (kind: number, n: string) =>
    sql`('0191' || lpad(${String(kind)}, 4, '0') || '-0000-7000-8000-' || lpad(to_hex(${sql.raw(n)}), 12, '0'))::uuid`
  await sql`insert into people (tenant_id, id, user_id, name, account, created_at)
    select ${tenant}, ${numbered(5, 'n')}, ${numbered(5, 'n')}::text, '杜' || n, 'inspector' || n, now()
    from generate_series(1, ${inspectors}::int) n`.execute(db)
  await sql`insert into memberships (tenant_id, id, person_id, unit_id, role)
    select ${tenant}, ${numbered(6, 'n')}, ${numbered(5, 'n')}, ${county}, 'inspector' from generate_series(1, ${inspectors}::int) n`.execute(
    db,
  )
  for (let n = 1; n <= inspectors; n++) {
    await sql`select make_sign_in(${inspectorId(n)}, ${`bench-inspector-${n}`}, 'unusable', now())`.execute(db)
    await sql`insert into auth.session (id, "expiresAt", token, "updatedAt", "userId")
      values (${`inspector-${n}`}, '2100-01-01', ${inspectorToken(n)}, now(), ${inspectorId(n)})`.execute(db)
  }
  await sql`insert into standards (tenant_id, id, unit_id, unit_path, point_type, title, created_by, created_at)
    values (${tenant}, ${versionId}, ${county}, 'county', '居民小区', '居民小区测评标准', ${inspectorId(1)}, now())`.execute(
    db,
  )
  await sql`insert into standard_versions (tenant_id, id, standard_id, number, state, published_by, published_at)
    values (${tenant}, ${versionId}, ${versionId}, 1, 'published', ${inspectorId(1)}, now())`.execute(db)
  await sql`insert into criteria (tenant_id, version_id, id, ordinal, section, text, weight)
    select ${tenant}, ${versionId}, ${numbered(3, 'n')}, n, '环境', '第' || n || '项：楼道整洁，无乱堆乱放', 1 + n % 3
    from generate_series(1, ${criteriaEach}::int) n`.execute(db)
  await sql`insert into points (tenant_id, id, point_type, name, unit_id, unit_path, code, created_at)
    select ${tenant}, ${numbered(4, '(row_number() over ())')}, '居民小区', u.name || n || '号楼', u.id, u.path,
      'c' || row_number() over (), now()
    from units u, generate_series(1, ${pointsEach}::int) n where u.kind = 'estate'`.execute(db)
  await sql`insert into rounds (tenant_id, id, unit_id, unit_path, title, kind, state, starts_on, ends_on, created_by, created_at,
      committed_at, drawn_at, revealed_at)
    values (${tenant}, ${roundId}, ${county}, 'county', '季度抽查', 'open', 'drawn', current_date, current_date + 30,
      ${inspectorId(1)}, now(), now(), now(), now())`.execute(db)
  await sql`insert into round_points (tenant_id, round_id, point_id, version_id, stratum, ordinal)
    select ${tenant}, ${roundId}, id, ${versionId}, '居民小区', row_number() over () from points`.execute(db)
  await sql`insert into round_pairs (tenant_id, round_id, point_id, person_id)
    select ${tenant}, ${roundId}, p.id, ${numbered(5, `(('x' || right(p.id::text, 12))::bit(48)::bigint % ${inspectors} + 1)`)}
    from points p`.execute(db)
  for (const table of ['points', 'round_points', 'round_pairs', 'criteria', 'people', 'memberships'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db)
  const { rows } = await sql<{ points: number }>`select count(*) as points from points`.execute(db)
  return rows[0]?.points ?? 0
}
