import type { Db } from '@luoshi/server/db/pool'
import { sql } from 'kysely'

/** How large an invented county is. Every unit below the county has every task, so assignments = units × tasks. */
export type CountySize = {
  readonly streets: number
  readonly communitiesEach: number
  readonly estatesEach: number
  readonly tasks: number
}

export const tenantId = '01900000-0000-7000-8000-000000000001'

/** Ids made from a kind and a number, in order, as UUIDv7 keys are. */
const idOf = (kind: number, number: string): string =>
  `('0190${String(kind).padStart(4, '0')}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

const raw = (text: string) => sql.raw(text)

const tenant = `'${tenantId}'::uuid`
const unitId = (number: string): string => idOf(1, number)
const personId = (number: string): string => idOf(2, number)

/** Who can be signed in as: one for each height of the tree, with the number of the unit that is theirs. */
export const viewers = {
  county: { unit: 1, role: 'office' },
  street: { unit: 2, role: 'office' },
  community: { unit: 3, role: 'worker' },
  estate: { unit: 4, role: 'worker' },
} as const

export type Viewer = keyof typeof viewers

export const tokenOf = (viewer: Viewer): string => `token-of-${viewer}`

/** Fills an empty, migrated database by set-wise SQL and leaves it analysed. Returns the number of units and assignments. */
export const fillCounty = async (db: Db, size: CountySize): Promise<{ units: number; assignments: number }> => {
  await sql`insert into tenants (tenant_id, name, created_at) values (${tenantId}, '云溪县', now())`.execute(db)
  await fillUnits(db, size)
  await fillPeople(db)
  await fillProgrammes(db, size)
  await fillAssignments(db)
  for (const table of ['units', 'people', 'memberships', 'programmes', 'tasks', 'assignments'])
    await raw(`vacuum analyze ${table}`).execute(db)
  const counted = await sql<{ units: number; assignments: number }>`
    select (select count(*) from units) as units, (select count(*) from assignments) as assignments`.execute(db)
  return counted.rows[0] ?? { units: 0, assignments: 0 }
}

/** Numbered depth first: 1 the county, 2 its first street, 3 that street's first community, 4 that one's first estate. */
const fillUnits = (db: Db, { streets, communitiesEach, estatesEach }: CountySize): Promise<unknown> => {
  const community = estatesEach + 1
  const street = communitiesEach * community + 1
  return raw(`
    insert into units (tenant_id, id, parent_id, path, kind, name)
    select ${tenant}, ${unitId('number')}, case when above is null then null else ${unitId('above')} end, path::ltree, kind, name from (
      select 1 as number, null::int as above, 'county' as path, 'county' as kind, '云溪县' as name
      union all
      select 2 + (s - 1) * ${street}, 1, 'county.s' || s, 'street', '第' || s || '街道' from generate_series(1, ${streets}) s
      union all
      select 3 + (s - 1) * ${street} + (c - 1) * ${community}, 2 + (s - 1) * ${street}, 'county.s' || s || '.c' || c, 'community', '第' || c || '社区'
        from generate_series(1, ${streets}) s, generate_series(1, ${communitiesEach}) c
      union all
      select 3 + (s - 1) * ${street} + (c - 1) * ${community} + e, 3 + (s - 1) * ${street} + (c - 1) * ${community},
        'county.s' || s || '.c' || c || '.e' || e, 'estate', '第' || e || '小区'
        from generate_series(1, ${streets}) s, generate_series(1, ${communitiesEach}) c, generate_series(1, ${estatesEach}) e
    ) u order by number`).execute(db)
}

/** One person for each unit; those of the four viewers are signed in. */
const fillPeople = async (db: Db): Promise<void> => {
  await raw(`
    insert into people (tenant_id, id, user_id, name, account, created_at)
    select ${tenant}, ${personId('n')}, ${personId('n')}::text, '王' || n, 'person' || n, now()
    from generate_series(1, (select count(*)::int from units)) n`).execute(db)
  await raw(`
    insert into memberships (tenant_id, id, person_id, unit_id, role)
    select ${tenant}, ${idOf(3, 'n')}, ${personId('n')}, ${unitId('n')}, coalesce(u.role, 'worker')
    from generate_series(1, (select count(*)::int from units)) n
    left join (values ${Object.values(viewers)
      .map(({ unit, role }) => `(${unit}, '${role}')`)
      .join(', ')}) u (unit, role) on u.unit = n`).execute(db)
  for (const [viewer, { unit }] of Object.entries(viewers)) {
    const user = raw(`${personId(String(unit))}::text`)
    await sql`select make_sign_in(${user}, ${`bench-${viewer}`}, 'unusable', now())`.execute(db)
    await sql`insert into auth.session (id, "expiresAt", token, "updatedAt", "userId")
      values (${viewer}, '2100-01-01', ${`token-of-${viewer}`}, now(), ${user})`.execute(db)
  }
}

/** Ten programmes of the county with the tasks spread over them. */
const fillProgrammes = async (db: Db, { tasks }: CountySize): Promise<void> => {
  const plan = idOf(4, 'p')
  await raw(`
    insert into plans (tenant_id, id, unit_id, unit_path, title, status, created_by, created_at)
    select ${tenant}, ${plan}, ${unitId('1')}, 'county', '第' || p || '号工作方案', 'published', ${personId('1')}, now()
    from generate_series(1, 10) p`).execute(db)
  await raw(`
    insert into plan_versions (tenant_id, id, plan_id, number, source_name, step, created_by, created_at)
    select ${tenant}, ${plan}, ${plan}, 1, 'plan.txt', 'done', ${personId('1')}, now() from generate_series(1, 10) p`).execute(
    db,
  )
  await raw(`
    insert into programmes (tenant_id, id, plan_id, version_id, unit_id, unit_path, title, published_by, published_at)
    select ${tenant}, ${plan}, ${plan}, ${plan}, ${unitId('1')}, 'county', '第' || p || '号专项行动', ${personId('1')}, now()
    from generate_series(1, 10) p`).execute(db)
  await raw(`
    insert into tasks (tenant_id, id, programme_id, ordinal, text, section, due_on)
    select ${tenant}, ${idOf(5, 't')}, ${idOf(4, '(t % 10 + 1)')}, t,
      (array['清理楼道杂物', '整治背街小巷', '排查消防通道', '修缮便民设施', '公示保洁名册'])[t % 5 + 1] || ',第' || t || '项', '三/(一)', current_date + t
    from generate_series(1, ${tasks}) t`).execute(db)
}

/** Due over four months around today, in every state, most of them open; one in ten without a date. */
const fillAssignments = (db: Db): Promise<unknown> =>
  raw(`
    insert into assignments (tenant_id, id, programme_id, task_id, unit_id, unit_path, part, state, due_on, due_at, submitted_by, submitted_at, changed_at)
    select ${tenant}, ${idOf(6, 'n')}, programme_id, task_id, unit_id, unit_path, 'responsible', state, due,
      coalesce((due + time '23:59:59') at time zone 'Asia/Shanghai', 'infinity'),
      case when state in ('submitted', 'confirmed') then ${personId('4')} end, case when state in ('submitted', 'confirmed') then now() end, now()
    from (
      select row_number() over () as n, t.programme_id, t.id as task_id, u.id as unit_id, u.path as unit_path,
        (array['assigned', 'assigned', 'accepted', 'in-progress', 'in-progress', 'submitted', 'returned', 'confirmed', 'confirmed', 'withdrawn'])
          [(t.ordinal * 7 + hashtext(u.path::text) % 1000 + 1000) % 10 + 1] as state,
        case when t.ordinal % 10 = 0 then null else current_date - 30 + (t.ordinal * 13 + abs(hashtext(u.path::text)) % 97) % 120 end as due
      from tasks t, units u where u.parent_id is not null
    ) a`).execute(db)
