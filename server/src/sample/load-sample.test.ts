import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealRecord } from '../seals/seal-record.ts'
import { verifyRecord } from '../seals/verify-record.ts'
import { type EmptyHouse, emptyHouse } from './empty-house.testing.ts'
import { loadSample } from './load-sample.ts'
import { planText } from './plan-text.ts'
import type { SampleSignIn } from './sign-ins.ts'

let empty: EmptyHouse
let signIns: readonly SampleSignIn[]
const said: string[] = []
beforeAll(async () => {
  empty = await emptyHouse('2026-11-22T10:00:00+08:00')
  signIns = await loadSample(empty.house, sentence => said.push(sentence))
}, 300_000)
afterAll(() => empty.close())

const counts = async (query: string): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await sql.raw<{ key: string; count: number }>(query).execute(empty.house.db)
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]))
}

test('the sample county has its streets, communities, estates and sixty-three people', async () => {
  expect(await counts('select kind as key, count(*) from units group by 1')).toMatchObject({
    county: 1,
    street: 3,
    community: 12,
    estate: 40,
    department: 12,
    company: 8,
  })
  expect(await counts("select 'people' as key, count(*) from people")).toEqual({ people: 63 })
  expect(said.length).toBeGreaterThan(3)
})

test('somebody can sign in for each role', async () => {
  const { rows } = await sql<{ role: string; password: string }>`
    select distinct m.role, a.password from people p
    join memberships m on m.person_id = p.id join auth.account a on a."userId" = p.user_id
    where p.account = any(${signIns.map(({ account }) => account)})`.execute(empty.house.db)
  expect(new Set(rows.map(({ role }) => role)).size).toBe(7)
  expect(rows.every(({ password }) => password !== 'unusable')).toBe(true)
})

test('two programmes are under way and a third plan waits with what is doubtful', async () => {
  expect(await counts('select status as key, count(*) from plans group by 1')).toEqual({ published: 2, review: 1 })
  const states = await counts('select state as key, count(*) from assignments group by 1')
  expect(states.confirmed).toBeGreaterThan(30)
  expect(states.submitted).toBeGreaterThan(0)
  expect(states['in-progress']).toBeGreaterThan(5)
  const waiting = await counts(`
    select d.severity as key, count(*) from plan_diagnostics d join plans p on p.current_version_id = d.version_id
    where p.status = 'review' group by 1`)
  expect(waiting.error).toBeGreaterThan(0)
  expect(waiting.warning).toBeGreaterThan(0)
})

test('something is late, something was missed, something waits for a decision', async () => {
  const late = await counts(`select 'late' as key, count(*) from assignments
    where state in ('assigned', 'accepted', 'in-progress', 'returned') and due_at < '2026-11-22T10:00:00+08:00'`)
  expect(late.late).toBeGreaterThan(2)
  const kept = await counts('select state as key, count(*) from occurrences group by 1')
  expect(kept.recorded).toBeGreaterThan(100)
  expect(kept.missed).toBeGreaterThan(5)
  expect(await counts('select state as key, count(*) from extensions group by 1')).toEqual({ asked: 1, granted: 1 })
  expect((await counts("select 'photo' as key, count(*) from evidence")).photo).toBeGreaterThan(5)
  expect((await counts("select 'read' as key, count(*) from measurements")).read).toBeGreaterThan(5)
})

test('the community one can sign in as has something late and something due soon', async () => {
  const open =
    await counts(`select case when a.due_at < '2026-11-22T10:00:00+08:00' then 'late' else 'soon' end as key, count(*)
    from assignments a join units u on u.id = a.unit_id
    where u.name = '滨河社区' and a.state in ('assigned', 'accepted', 'in-progress', 'returned') and a.due_at < '2026-11-26' group by 1`)
  expect(open.late).toBeGreaterThan(0)
  expect(open.soon).toBeGreaterThan(0)
})

test('places are patrolled, what fails there is a case, and one record from a phone waits for the office', async () => {
  const visits = await counts(
    "select coalesce(r.kind, 'patrol') as key, count(*) from visits v left join rounds r on r.id = v.round_id group by 1",
  )
  expect(visits.patrol).toBeGreaterThan(60)
  expect(visits.open).toBeGreaterThan(10)
  expect(
    (await counts("select 'patrol' as key, count(*) from cases where origin = 'patrol' and visit_id is not null"))
      .patrol,
  ).toBeGreaterThan(2)
  expect(await counts('select outcome as key, count(*) from deliveries group by 1')).toMatchObject({ kept: 1 })
})

test('nobody confirmed what they had submitted, and nothing was done before its time or after now', async () => {
  const { rows } = await sql`select id from assignments where confirmed_by = submitted_by
    union all select id from assignment_events where at > '2026-11-22T10:00:00+08:00'
    union all select id from occurrences where recorded_at < opens_at`.execute(empty.house.db)
  expect(rows).toEqual([])
})

test('the county’s places are known, most of them on the map, and each is held to a published standard', async () => {
  const { all, placed } = await counts(`select 'all' as key, count(*) from points
    union all select 'placed', count(*) from points where longitude is not null`)
  expect(all).toBeGreaterThanOrEqual(110)
  expect(placed).toBeGreaterThan((all ?? 0) * 0.9)
  expect(placed).toBeLessThan(all ?? 0)
  expect(
    await counts(`select 'unheld' as key, count(*) from points p where not exists (
      select from standards s where s.point_type = p.point_type and s.current_version_id is not null)`),
  ).toEqual({ unheld: 0 })
})

test('the days of a sample plan are counted from the day it is loaded', async () => {
  const text = await planText('old-estates', '2027-01-15')
  expect(text).toContain('2026年11月13日')
  expect(text).not.toContain('{{')
})

test('of its rounds one is over, two are under way, one of them unannounced, and one waits for the lot', async () => {
  const { rows } = await sql<{ kind: string; state: string; points: number; visits: number; secret: boolean }>`
    select kind, state, secret is null as secret,
      (select count(*) from round_points d where d.round_id = r.id) as points,
      (select count(*) from visits v where v.round_id = r.id and v.finished_at is not null) as visits
    from rounds r order by starts_on, kind`.execute(empty.house.db)
  expect(rows.map(({ kind, state, secret }) => [kind, state, secret])).toEqual([
    ['open', 'ended', false],
    ['open', 'drawn', false],
    ['mutual', 'committed', true],
    ['unannounced', 'drawn', true],
  ])
  expect(rows.map(({ points, visits }) => points - visits)).toEqual([1, 8, 0, 6])
})

test('about half of what the ledger of each programme asks for is on file, some of it out of date, one paper for two clauses', async () => {
  const { rows } = await sql<{ asked: number; brought: number; old: number }>`
    select count(*) as asked, count(brought.until) as brought, count(*) filter (where brought.until < '2026-11-22') as old
    from standards s
    join criteria c on c.tenant_id = s.tenant_id and c.version_id = s.current_version_id
    cross join lateral jsonb_array_elements(c.evidence) e
    join units u on u.tenant_id = s.tenant_id and u.kind <> 'company' and u.id in (
      select p.unit_id from points p where p.tenant_id = s.tenant_id and p.point_type = s.point_type)
    left join lateral (
      select max(coalesce(f.valid_until, 'infinity')) as until from evidence_serves es
      join evidence f on f.tenant_id = es.tenant_id and f.id = es.evidence_id
      where es.tenant_id = s.tenant_id and es.subject_id = c.id and es.part = e.value->>'name' and f.unit_id = u.id) brought on true
    where s.programme_id is not null group by s.programme_id`.execute(empty.house.db)
  expect(rows.length).toBe(2)
  for (const { asked, brought, old } of rows) {
    expect(brought / asked).toBeGreaterThan(0.35)
    expect(brought / asked).toBeLessThan(0.75)
    expect(old).toBeGreaterThan(0)
  }
  const served = await counts(`select f.kind as key, count(*) from evidence f where 'criterion' = any (
    select es.subject_kind from evidence_serves es where es.evidence_id = f.id) group by 1`)
  expect(served).toMatchObject({ photo: 7 })
  expect(
    (
      await counts(`select 'twice' as key, count(*) from (select evidence_id from evidence_serves
      where subject_kind = 'criterion' group by 1 having count(*) > 1) as shared`)
    ).twice,
  ).toBeGreaterThan(3)
})

test('two indicators are read from the record', async () => {
  expect(await counts('select measure as key, count(*) from indicator_sources group by 1')).toEqual({
    conforming: 1,
    closed: 1,
  })
})

test('all of it is on record as it was filed, and can be sealed and proved', async () => {
  const { rows } = await sql<{ tenantId: string }>`select tenant_id as "tenantId" from tenants`.execute(empty.house.db)
  for (const { tenantId } of rows) {
    await sealRecord(empty.house, { tenantId })
    expect(await verifyRecord(empty.house, tenantId)).toMatchObject({ unsealed: 0, breaches: [] })
  }
})
