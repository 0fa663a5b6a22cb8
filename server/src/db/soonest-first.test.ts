import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { conditionsOf } from '../assignments/queries.ts'
import { caseConditions, walkedBy } from '../cases/case-conditions.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.testing.ts'
import { inTenant } from './in-tenant.ts'
import { countDueQuery, type DuePage, soonestFirstQuery } from './soonest-first.ts'

const tenantId = '0198a000-0000-7000-8000-000000000001'
const oneUnit = { kind: 'units', ids: ['0198a000-0000-7000-8000-0000000000aa'] } as const
const everything = { kind: 'all' } as const
const now = new Date('2026-03-02T09:00:00+08:00')

const unitNumber = (number: string) => `('0198a000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  const client = await database.pool.connect()
  // Two hundred units with two hundred rows each. What they refer to does not matter here and is not there.
  await client.query('set session_replication_role = replica')
  await client.query(`insert into assignments (tenant_id, id, programme_id, task_id, unit_id, unit_path, part, state, due_at, changed_at)
    select '${tenantId}', gen_random_uuid(), ${unitNumber('t % 5')}, ${unitNumber('t')}, ${unitNumber('u')}, 'a', 'lead',
      (array['assigned', 'accepted', 'submitted', 'confirmed'])[1 + t % 4], timestamptz '2026-01-01' + t * interval '1 day', now()
    from generate_series(1, 200) u, generate_series(1, 200) t`)
  await client.query(`insert into occurrences (tenant_id, id, programme_id, duty_id, unit_id, unit_path, period, opens_at, due_at)
    select '${tenantId}', gen_random_uuid(), ${unitNumber('t % 5')}, ${unitNumber('t % 7')}, ${unitNumber('u')}, 'a', t::text, now(),
      timestamptz '2026-01-01' + t * interval '1 day'
    from generate_series(1, 200) u, generate_series(1, 200) t`)
  await client.query(`insert into cases (tenant_id, id, year, serial, title, origin, category_id, severity, unit_id, unit_path, office_id,
      office_path, state, level_since, found_at, due_at, changed_at)
    select '${tenantId}', gen_random_uuid(), 2026, u * 1000 + t, '楼道堆物' || t, 'hand', ${unitNumber('t % 7')}, 'ordinary', ${unitNumber('u')},
      'a', ${unitNumber('1')}, 'a', (array['found', 'assigned', 'accepted', 'in-hand', 'submitted', 'closed', 'closed'])[1 + t % 7], now(), now(),
      timestamptz '2026-01-01' + t * interval '1 day', now()
    from generate_series(1, 200) u, generate_series(1, 200) t`)
  await client.query('set session_replication_role = origin')
  await client.query('vacuum analyze assignments, occurrences, cases')
  client.release()
})
afterAll(() => database.close())

const planOf = (query: RawBuilder<unknown>): Promise<string> =>
  inTenant(database.db, tenantId, async db => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${query}`.execute(db)
    return rows.map(row => row['QUERY PLAN']).join('\n')
  })

const page = (reach: DuePage['reach'], filter: Parameters<typeof conditionsOf>[0] = {}): DuePage => ({
  tenantId,
  reach,
  conditions: conditionsOf(filter, tenantId, now),
  after: ['2026-03-01 00:00:00+00', '0198a000-0000-7000-8000-0000000000ff'],
  limit: 51,
})

test('a page for the whole county walks the index in order and sorts nothing', async () => {
  for (const table of ['assignments', 'occurrences'] as const) {
    const plan = await planOf(soonestFirstQuery(table, { ...page(everything), conditions: [] }))
    expect(plan).toContain(`${table}_due`)
    expect(plan).not.toContain('Sort')
  }
})

test('a page for a few units takes each one’s first rows from its own index', async () => {
  for (const table of ['assignments', 'occurrences'] as const) {
    const plan = await planOf(soonestFirstQuery(table, { ...page(oneUnit), conditions: [] }))
    expect(plan).toMatch(new RegExp(`Index.* Scan using ${table}_unit_(due|state)`))
    expect(plan).toMatch(/unit_id = u\.id/)
  }
})

test('counts are answered by an index alone', async () => {
  const programmeId = '0198a000-0000-7000-8000-000000000003'
  const asked = [
    [page(everything), 'assignments_'],
    [page(oneUnit), 'assignments_'],
    [page(everything, { timeliness: 'late' }), 'assignments_'],
    [page(everything, { programmeId, state: 'submitted' }), 'assignments_'],
    [page(everything, { q: '楼道' }), 'assignments_'],
  ] as const
  for (const [counted, index] of asked)
    expect(await planOf(countDueQuery('assignments', counted))).toContain(`Index Only Scan using ${index}`)
})

test('open cases of the whole county are merged from each state’s own order by the index alone, whatever narrows them', async () => {
  for (const filter of [
    { open: true },
    { open: true, categoryId: tenantId },
    { open: true, q: '楼道' },
    { q: '楼道' },
  ]) {
    const conditions = caseConditions(filter, now)
    const plan = await planOf(soonestFirstQuery('cases', { ...page(everything), ...walkedBy(filter), conditions }))
    expect(plan).toContain('Merge Append')
    expect(plan).toContain('Index Only Scan using cases_state')
    expect(plan).not.toMatch(/Sort\n|Seq Scan/)
  }
})

test('a scope never asks the planner for paths: row-level security would keep it from their index', async () => {
  expect(await planOf(countDueQuery('assignments', page(oneUnit)))).not.toContain('<@')
})
