import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeSchema } from './describe-schema.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.testing.ts'
import { inTenant } from './in-tenant.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

test('schema.sql is what the migrations make', async () => {
  const kept = await readFile(join(import.meta.dirname, 'schema.sql'), 'utf8')
  expect(await describeSchema(database.pool)).toBe(kept)
})

test('every table has tenant_id first in its primary key and is guarded by row-level security', async () => {
  const { rows } = await database.pool.query(`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relkind = 'r' and c.relname <> 'schema_migrations' and (a.attname is distinct from 'tenant_id' or not c.relrowsecurity)`)
  expect(rows).toEqual([])
})

test('the role of requests owns nothing, is no superuser and cannot bypass row-level security', async () => {
  const { rows } = await database.pool.query(`
    select rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = 'luoshi_app'`)
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }])
})

test('a transaction of one tenant sees and writes nothing of another', async () => {
  const [one, two] = ['0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000002'] as const
  await database.pool.query(
    "insert into tenants (tenant_id, name, created_at) values ($1, '甲县', now()), ($2, '乙县', now())",
    [one, two],
  )
  expect(await inTenant(database.db, one, db => db.selectFrom('tenants').select('name').execute())).toEqual([
    { name: '甲县' },
  ])
  const day = { tenant_id: two, day: '2026-05-04', kind: 'rest', name: '补休' }
  await expect(inTenant(database.db, one, db => db.insertInto('calendar_days').values(day).execute())).rejects.toThrow(
    /row-level security/,
  )
})

test('a pooled connection carries no tenant over to the next transaction', async () => {
  const { rows } = await database.pool.query('select current_tenant() as tenant, current_user as name')
  expect(rows[0]).toMatchObject({ tenant: null })
  expect(rows[0].name).not.toBe('luoshi_app')
})
