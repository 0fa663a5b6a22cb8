import { contract } from '@luoshi/contract/contract'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnish, type Things } from './foreign-ids.testing.ts'
import { openHouse, type TestHouse } from './house.testing.ts'
import { operationsOf } from './openapi/operations-of.testing.ts'

let house: TestHouse
let things: Things
let queries: string[] = []
const send = pg.Client.prototype.query

beforeAll(async () => {
  house = await openHouse()
  things = await furnish(house)
  // What goes to the database is counted at its door.
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
    const [first] = given as [{ text?: string } | string]
    queries.push(typeof first === 'string' ? first : (first.text ?? ''))
    return Reflect.apply(send, this, given)
  } as typeof send // the same function, listened to
})
afterAll(async () => {
  pg.Client.prototype.query = send
  await house.close()
})

/** Reading operations that show many rows, with what they are asked here. */
const asked = (): Readonly<Record<string, string>> => ({
  'units.list': '/units',
  'people.list': '/people?limit=200',
  'audit.list': '/audit?limit=200',
  'plans.list': '/plans?limit=200',
  'programmes.list': '/programmes?limit=200',
  'programmes.overview': `/programmes/${things.programmeId}`,
  'programmes.wallChart': `/programmes/${things.programmeId}/wall-chart`,
  'programmes.groups': `/programmes/${things.programmeId}/groups`,
  'programmes.budget': `/programmes/${things.programmeId}/budget`,
  'programmes.documents': `/programmes/${things.programmeId}/documents`,
  'assignments.list': '/assignments?limit=200',
  'assignments.get': `/assignments/${things.task.id}`,
  'cases.list': '/cases?limit=200',
  'cases.board': '/cases/board?each=20',
  'cases.map': '/cases/map',
  'cases.get': `/cases/${things.cases.submitted.id}`,
  'cases.alike': `/cases/${things.cases.assigned.id}/alike`,
  'cases.categories': '/case-categories',
  'cases.templates': '/answer-templates',
  'cases.notices': '/rectification-notices',
  'duties.list': `/programmes/${things.programmeId}/duties`,
  'duties.occurrences': '/occurrences?limit=200',
  'duties.calendar': `/programmes/${things.programmeId}/duty-calendar?month=2026-03`,
  'indicators.list': `/programmes/${things.programmeId}/indicators`,
  'evidence.list': '/evidence?limit=200',
  'review.get': `/plans/${things.planId}/review`,
  'today.get': '/today',
  'channels.list': '/channels',
  'keys.list': '/keys',
  'session.list': '/me/sessions',
  'calendar.list': '/calendar?year=2026',
  'standards.list': '/standards?limit=200',
  'standards.get': `/standards/${things.standard.id}`,
  'standards.checklists': `/programmes/${things.programmeId}/checklists`,
  'results.conforming': '/results/conforming?by=unit',
  'results.cases': '/results/cases?measure=closed&by=unit',
  'burden.get': '/burden?month=2026-03',
  'ledger.view': `/programmes/${things.programmeId}/ledger`,
  'ledger.exports': `/programmes/${things.programmeId}/ledger/exports`,
  'visits.list': '/visits?limit=200',
  'visits.get': `/visits/${things.visit.id}`,
  'field.carry': '/field/carried',
  'field.kept': '/field/kept?limit=200',
  'points.list': '/points?limit=200',
  'points.map': '/points/map',
  'points.types': '/point-types',
  'points.get': `/points/${things.point.id}`,
  'rounds.list': '/rounds?limit=200',
  'rounds.get': `/rounds/${things.round.id}`,
  'rounds.proposals': '/round-proposals',
})

/** Those whose answer does not grow with the record: one thing each, or a file. */
const ofOneThing = new Set([
  ...[
    'session.me',
    'setup.state',
    'plans.get',
    'plans.reading',
    'plans.preview',
    'review.changes',
    'review.comparison',
  ],
  ...[
    'catalogue.list',
    'catalogue.get',
    'documents.plan',
    'documents.comparison',
    'documents.taskTable',
    'documents.wallChart',
    'cases.noticeDocument',
    'evidence.covered',
    'standards.ready',
    'points.byCode',
    'rounds.results',
    'rounds.bulletin',
  ],
])

test('every reading operation of the contract is measured, or shows one thing', () => {
  const reading = operationsOf(contract).filter(({ method }) => method === 'GET')
  expect([...Object.keys(asked()), ...ofOneThing].sort()).toEqual(reading.map(({ name }) => name).sort())
})

const measured = async (): Promise<Record<string, { queries: number; bytes: number }>> => {
  const counts: Record<string, { queries: number; bytes: number }> = {}
  for (const [name, path] of Object.entries(asked())) {
    queries = []
    const reply = await fetch(`${house.url}/api/v1${path}`, { headers: { cookie: house.cookieOf('officer') } })
    expect([name, reply.status]).toEqual([name, 200])
    counts[name] = { bytes: (await reply.text()).length, queries: queries.length }
  }
  return counts
}

test('no operation asks the database more often when there are more rows', async () => {
  const { id } = house.seeded.people.officer
  await house.as('administrator').people.seat({ id, unitId: house.seeded.units.county.id, role: 'administrator' })
  await house.as('administrator').people.seat({ id, unitId: house.seeded.units.county.id, role: 'auditor' })
  await house.as('administrator').people.seat({ id, unitId: house.seeded.units.willow.id, role: 'worker' })
  await measured() // Whatever is looked up once is looked up before.
  const few = await measured()
  await multiply()
  await multiplyCases()
  await multiplyVisits()
  const many = await measured()
  for (const [name, { queries: before }] of Object.entries(few)) {
    expect(before).toBeGreaterThan(2)
    expect(`${name}: ${many[name]?.queries}`).toBe(`${name}: ${before}`)
  }
  const grown = Object.keys(few).filter(name => (many[name]?.bytes ?? 0) > (few[name]?.bytes ?? 0))
  expect(grown).toEqual(
    expect.arrayContaining([
      'units.list',
      'people.list',
      'audit.list',
      'assignments.list',
      'duties.occurrences',
      'review.get',
      'standards.list',
      'standards.get',
      ...['visits.list', 'visits.get', 'field.carry', 'field.kept'],
      'points.list',
      'points.map',
      'points.types',
      'rounds.list',
      'rounds.get',
      ...['cases.list', 'cases.board', 'cases.map', 'cases.get', 'cases.alike', 'cases.notices', 'cases.templates'],
    ]),
  )
})

/** Twenty more cases, each with a place; and as many notices, events and words. */
const multiplyCases = async (): Promise<void> => {
  const { db } = house.house
  await sql`insert into cases (tenant_id, id, year, serial, title, origin, category_id, severity, longitude, latitude, unit_id,
      unit_path, office_id, office_path, state, level_since, found_at, assigned_at, due_at, changed_at)
    select c.tenant_id, gen_random_uuid(), c.year, 1000 + n, c.title, c.origin, c.category_id, c.severity, 110, 30, c.unit_id,
      c.unit_path, c.office_id, c.office_path, c.state, now(), now(), now(), now(), now()
    from cases c, generate_series(1, 20) n where c.id = ${things.cases.assigned.id}`.execute(db)
  await sql`insert into case_events (tenant_id, id, case_id, at, kind)
    select tenant_id, gen_random_uuid(), id, now(), 'comment' from cases, generate_series(1, 5)`.execute(db)
  await sql`insert into rectification_notices (tenant_id, id, year, serial, office_id, office_path, unit_id, unit_path, due_on,
      issued_by, issued_at)
    select r.tenant_id, gen_random_uuid(), r.year, 1000 + n, r.office_id, r.office_path, r.unit_id, r.unit_path, r.due_on,
      r.issued_by, now() from rectification_notices r, generate_series(1, 20) n`.execute(db)
  await sql`insert into rectification_notice_cases (tenant_id, notice_id, case_id, ordinal)
    select tenant_id, id, ${things.cases.assigned.id}, 1 from rectification_notices where serial > 1000`.execute(db)
  await sql`insert into answer_templates (tenant_id, id, unit_id, unit_path, step, name, text)
    select tenant_id, gen_random_uuid(), unit_id, unit_path, step, name || n, text
    from answer_templates, generate_series(1, 20) n`.execute(db)
}

/** Twenty more visits and observations, and as many deliveries that were kept. */
const multiplyVisits = async (): Promise<void> => {
  const { db } = house.house
  await sql`insert into visits (tenant_id, id, point_id, version_id, person_id, unit_id, unit_path, started_at, finished_at, received_at)
    select v.tenant_id, gen_random_uuid(), v.point_id, v.version_id, v.person_id, v.unit_id, v.unit_path, now(), now(), now()
    from visits v, generate_series(1, 20) n where v.id = ${things.visit.id}`.execute(db)
  await sql`insert into observations (tenant_id, visit_id, criterion_id, id, point_id, grade, seen_at, stamp)
    select v.tenant_id, v.id, c.id, gen_random_uuid(), v.point_id, 'conforms', now(), '' from visits v
    join criteria c on c.version_id = v.version_id on conflict do nothing`.execute(db)
  await sql`insert into deliveries (tenant_id, id, person_id, device_id, unit_path, kind, written_at, received_at, outcome, content, problem)
    select d.tenant_id, gen_random_uuid(), d.person_id, d.device_id, d.unit_path, d.kind, d.written_at, now(), d.outcome, d.content,
      d.problem from deliveries d, generate_series(1, 20) n where d.id = ${things.kept.id}`.execute(db)
}

/** Twenty more of what the lists show. */
const multiply = async (): Promise<void> => {
  const { db } = house.house
  const tenant = house.seeded.tenantId
  const county = house.seeded.units.county
  await sql`insert into units (tenant_id, id, parent_id, path, kind, name)
    select ${tenant}, gen_random_uuid(), ${county.id}, ${county.path}::ltree || ('more' || n)::text, 'community', '增设社区' || n
    from generate_series(1, 20) n`.execute(db)
  await sql`insert into people (tenant_id, id, name, account, created_at)
    select ${tenant}, u.id, u.name, 'more-' || u.id, now() from units u where u.name like '增设%'`.execute(db)
  await sql`insert into memberships (tenant_id, id, person_id, unit_id, role)
    select ${tenant}, gen_random_uuid(), u.id, u.id, 'unit' from units u where u.name like '增设%'`.execute(db)
  await sql`insert into assignments (tenant_id, id, programme_id, task_id, unit_id, unit_path, part, due_on, due_at, changed_at)
    select a.tenant_id, gen_random_uuid(), a.programme_id, a.task_id, u.id, u.path, a.part, a.due_on, a.due_at, now()
    from assignments a, units u where a.id = ${things.task.id} and u.name like '增设%'`.execute(db)
  await sql`insert into occurrences (tenant_id, id, programme_id, duty_id, unit_id, unit_path, period, opens_at, due_at)
    select o.tenant_id, gen_random_uuid(), o.programme_id, o.duty_id, u.id, u.path, o.period, o.opens_at, o.due_at
    from occurrences o, units u where o.id = ${things.occurrence.id} and u.name like '增设%'`.execute(db)
  await sql`insert into plan_items (tenant_id, id, version_id, kind, ordinal, content, state, updated_at)
    select i.tenant_id, gen_random_uuid(), i.version_id, i.kind, 1000 + n, i.content, i.state, now()
    from plan_items i, generate_series(1, 20) n where i.id = ${things.item.id}`.execute(db)
  await sql`insert into audit_entries (tenant_id, id, at, via, action, subject_kind)
    select ${tenant}, gen_random_uuid(), now(), 'system', 'plan.read', 'plan' from generate_series(1, 20)`.execute(db)
  await sql`insert into points (tenant_id, id, point_type, name, unit_id, unit_path, code, created_at, longitude, latitude)
    select ${tenant}, gen_random_uuid(), '集市' || n % 2, u.name || n, u.id, u.path, left(u.id::text, 8) || n, now(), 110, 30
    from units u, generate_series(1, 3) n where u.name like '增设%'`.execute(db)
  await sql`insert into rounds (tenant_id, id, unit_id, unit_path, title, kind, starts_on, ends_on, created_by, created_at,
      within_unit_ids)
    select r.tenant_id, gen_random_uuid(), r.unit_id, r.unit_path, r.title || n, r.kind, r.starts_on, r.ends_on, r.created_by,
      now(), r.within_unit_ids
    from rounds r, generate_series(1, 20) n where r.id = ${things.round.id}`.execute(db)
  await sql`insert into round_points (tenant_id, round_id, point_id, version_id, stratum, ordinal)
    select r.tenant_id, r.round_id, p.id, r.version_id, r.stratum, 100 from round_points r, points p
    where r.round_id = ${things.round.id} and p.name like '增设%'`.execute(db)
  await sql`insert into standards (tenant_id, id, unit_id, unit_path, point_type, title, created_by, created_at)
    select ${tenant}, u.id, u.id, u.path, '集市', u.name, u.id, now() from units u where u.name like '增设%'`.execute(
    db,
  )
  await sql`insert into criteria (tenant_id, version_id, id, ordinal, text)
    select ${tenant}, v.id, gen_random_uuid(), 100 + n, '增设' || n from standard_versions v, generate_series(1, 20) n
    where v.standard_id = ${things.standard.id}`.execute(db)
  await sql`insert into evidence (tenant_id, id, unit_id, unit_path, kind, name, text, added_by, added_at)
    select e.tenant_id, gen_random_uuid(), e.unit_id, e.unit_path, e.kind, e.name, e.text, e.added_by, e.added_at
    from evidence e, generate_series(1, 20)`.execute(db)
}
