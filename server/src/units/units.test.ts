import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { tablesWithPathAlone, tablesWithUnitPath } from './move-unit.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const unit = (name: keyof TestHouse['seeded']['units']) => house.seeded.units[name]
const admin = () => house.as('administrator').units
const words = { shortName: null, aliases: [] }

test('the tree within reach comes whole, parents before children', async () => {
  const all = await admin().list({})
  expect(all).toHaveLength(13)
  expect(all.every(({ parentId }, place) => all.slice(0, place).some(({ id }) => id === parentId) || place === 0)).toBe(
    true,
  )
  const east = await house.as('eastUnit').units.list({})
  expect(east.map(({ name }) => name).sort()).toEqual(
    ['东桥街道', '柳荫社区', '荷塘社区', '柳荫花园', '荷塘台', '安居物业'].sort(),
  )
})

test('units are found by a part of their name, short name or alias', async () => {
  await admin().create({
    parentId: unit('county').id,
    kind: 'department',
    name: '县民政局',
    shortName: '民政',
    aliases: ['县双拥办'],
  })
  for (const q of ['民政', '双拥', '政局'])
    expect((await admin().list({ q })).map(({ name }) => name)).toEqual(['县民政局'])
  expect(await admin().list({ q: '%' })).toEqual([])
})

test('a list is never cut, however many units there are', async () => {
  const parent = await admin().create({ parentId: unit('county').id, kind: 'street', name: '大街道', ...words })
  await sql`insert into units (tenant_id, id, parent_id, path, kind, name)
    select ${house.seeded.tenantId}, gen_random_uuid(), ${parent.id}, ${parent.path}::ltree || ('n' || n)::text, 'estate', '小区' || n
    from generate_series(1, 1200) n`.execute(house.house.db)
  const estates = await admin().list({ q: '小区' })
  expect(estates).toHaveLength(1200)
  await sql`delete from units where path <@ ${parent.path}::ltree`.execute(house.house.db)
})

test('a unit is added under one that the actor manages, and only there', async () => {
  const added = await admin().create({ parentId: unit('willow').id, kind: 'grid', name: '第一网格', ...words })
  expect(added.path.startsWith(`${unit('willow').path}.`)).toBe(true)
  expect(added.actions).toContain('unit.manage')
  const attempt = (who: 'officer' | 'strangerAdministrator') =>
    house.as(who).units.create({ parentId: unit('willow').id, kind: 'grid', name: '第二网格', ...words })
  await expect(attempt('officer')).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(attempt('strangerAdministrator')).rejects.toMatchObject({ code: 'not-found' })
})

test('the same unit sent twice is added once, and a second one of the same name is refused', async () => {
  const wanted = {
    id: house.house.ids.next(),
    parentId: unit('pond').id,
    kind: 'grid' as const,
    name: '荷塘网格',
    ...words,
  }
  expect((await admin().create(wanted)).id).toBe((await admin().create(wanted)).id)
  await expect(admin().create({ ...wanted, id: house.house.ids.next() })).rejects.toMatchObject({
    code: 'already-exists',
  })
  await expect(admin().create({ ...wanted, name: '别的网格' })).rejects.toMatchObject({ code: 'already-exists' })
})

test('who changes what another changed meanwhile is told so', async () => {
  const before = await admin().create({ parentId: unit('county').id, kind: 'other', name: '临时指挥部', ...words })
  const after = await admin().change({ id: before.id, version: 1, name: '指挥部' })
  expect(after).toMatchObject({ name: '指挥部', version: 2 })
  await expect(admin().change({ id: before.id, version: 1, name: '前线指挥部' })).rejects.toMatchObject({
    code: 'version-stale',
  })
})

test('a unit moves with everything under it, and what is filed by path follows', async () => {
  const street = await admin().create({ parentId: unit('county').id, kind: 'street', name: '新设街道', ...words })
  const community = await admin().create({ parentId: unit('hill').id, kind: 'community', name: '迁移社区', ...words })
  const estate = await admin().create({ parentId: community.id, kind: 'estate', name: '迁移小区', ...words })
  await sql`insert into evidence (tenant_id, id, unit_id, unit_path, kind, name, text, added_by, added_at)
    values (${house.seeded.tenantId}, gen_random_uuid(), ${estate.id}, ${estate.path}::ltree, 'text', '说明', '有', ${house.seeded.people.officer.id}, now())`.execute(
    house.house.db,
  )
  const moved = await admin().change({ id: community.id, version: 1, parentId: street.id })
  expect(moved.path.startsWith(`${street.path}.`)).toBe(true)
  const below = (await admin().list({})).find(({ id }) => id === estate.id)
  expect(below?.path.startsWith(`${moved.path}.`)).toBe(true)
  const { rows } = await sql<{
    unit_path: string
  }>`select unit_path::text from evidence where unit_id = ${estate.id}`.execute(house.house.db)
  expect(rows[0]?.unit_path).toBe(below?.path)
})

// The audit and the lots of a round keep the paths of their time.
test('every table that carries a path beside its unit is moved along', async () => {
  const { rows } = await sql<{ table_name: string }>`
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'unit_path'
      and table_name not in ('audit_entries', 'round_inspectors')`.execute(house.house.db)
  expect(rows.map(row => row.table_name).sort()).toEqual([...tablesWithUnitPath, ...tablesWithPathAlone].sort())
})

test('a unit is put neither under itself nor under what is below it', async () => {
  const { id, version } = (await admin().list({ q: '西渡街道' }))[0] ?? { id: '', version: 0 }
  for (const parentId of [id, unit('hill').id])
    await expect(admin().change({ id, version, parentId })).rejects.toMatchObject({ code: 'unit-would-cycle' })
})

test('two moves at once close no circle', async () => {
  const [one, other] = await Promise.all(
    ['甲街道', '乙街道'].map(name => admin().create({ parentId: unit('county').id, kind: 'street', name, ...words })),
  )
  const results = await Promise.allSettled([
    admin().change({ id: one?.id ?? '', version: 1, parentId: other?.id ?? '' }),
    admin().change({ id: other?.id ?? '', version: 1, parentId: one?.id ?? '' }),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a unit with people under it or work to do is not closed', async () => {
  const street = (await admin().list({ q: '西渡街道' }))[0]
  await expect(admin().archive({ id: street?.id ?? '', version: street?.version ?? 0 })).rejects.toMatchObject({
    code: 'still-in-use',
  })
  const lone = await admin().create({ parentId: unit('county').id, kind: 'other', name: '将撤单位', ...words })
  await admin().archive({ id: lone.id, version: 1 })
  expect((await admin().list({ q: '将撤单位' })).length).toBe(0)
  expect((await admin().list({ q: '将撤单位', archived: true }))[0]?.archived).toBe(true)
})
