import type { Db } from '@luoshi/server/db/pool'
import { sql } from 'kysely'
import { tenantId } from './fill-county.ts'

/** So many points for each unit of a county that is filled already, of four types; two of three have been visited, nine of ten have a place. */
export const fillPoints = async (db: Db, each: number): Promise<void> => {
  const person = sql.raw(`(select id from people order by id limit 1)`)
  await sql`insert into standards (tenant_id, id, unit_id, unit_path, point_type, title, created_by, created_at)
    select ${tenantId}, ${sql.raw(versionOf('n'))}, u.id, u.path, ${sql.raw(typeOf('n'))}, '测评标准', ${person}, now()
    from units u cross join generate_series(1, 4) n where u.parent_id is null`.execute(db)
  await sql`insert into standard_versions (tenant_id, id, standard_id, number, state, published_by, published_at)
    select tenant_id, id, id, 1, 'published', created_by, now() from standards`.execute(db)
  await sql`update standards set current_version_id = id`.execute(db)
  await db.transaction().execute(async one => {
    // What they refer to is there; to look it up each time would take longer than to write them.
    await sql`set local session_replication_role = replica`.execute(one)
    await sql`insert into points (tenant_id, id, point_type, name, unit_id, unit_path, address, code, longitude, latitude, created_at)
      select ${tenantId}, ${sql.raw(pointOf('u.id', 'n'))}, ${sql.raw(typeOf('n % 4 + 1'))},
        (array['文汇', '柳塘', '菜市', '广福', '桥头'])[1 + abs(hashtext(u.path::text)) % 5] || n || '号', u.id, u.path,
        '云溪路' || n || '号', 'P' || row_number() over (),
        case when n % 10 > 0 then 120 + (abs(hashtext(u.path::text)) % 1000) / 5000.0 end,
        case when n % 10 > 0 then 30 + n / 100.0 end, now()
      from units u cross join generate_series(1, ${each}::int) n`.execute(one)
    await sql`insert into visits (tenant_id, id, point_id, version_id, person_id, unit_id, unit_path, started_at, finished_at,
        received_at, conforms, fails, score)
      select p.tenant_id, gen_random_uuid(), p.id, ${sql.raw(versionOf('1'))}, ${person}, p.unit_id, p.unit_path,
        now() - t * interval '20 days', now() - t * interval '20 days', now(), 18, 2, 90
      from points p cross join generate_series(1, 3) t where hashtext(p.id::text) % 3 <> 0`.execute(one)
  })
  for (const table of ['standards', 'standard_versions', 'points', 'visits'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db)
}

/** The n-th point of a unit. */
export const pointOf = (unitId: string, n: string): string =>
  `('0190000a-0000-7000-8' || lpad(to_hex(${n}), 3, '0') || right(${unitId}::text, 13))::uuid`

const versionOf = (n: string): string => `('0190000b-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const typeOf = (n: string): string => `(array['居民小区', '楼道', '沿街商铺', '农贸市场'])[${n}]`
