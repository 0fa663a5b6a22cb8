import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import type { UnitName } from '../seed.testing.ts'
import { publishedStandard } from '../standards/standard.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const office = () => house.as('officer').points
const wanted = (name: string, unit: UnitName = 'willow', pointType = '农贸市场') => ({
  ...{ name, pointType, unitId: house.seeded.units[unit].id, address: '柳荫路3号' },
  ...{ contactName: '温经理', contactPhone: '13800005678', position: { longitude: 110.4, latitude: 30.2 } },
})
const newId = () => house.house.ids.next()

/** A visit as it stands in the table, by somebody, in a round or in none. */
const visited = async (pointId: string, versionId: string, roundId: string | null = null, fails = 0) => {
  const id = newId()
  await sql`insert into visits (tenant_id, id, round_id, point_id, version_id, person_id, unit_id, unit_path, started_at, finished_at, received_at, fails, score)
    select tenant_id, ${id}, ${roundId}, id, ${versionId}, ${house.seeded.people.inspector.id}, unit_id, unit_path,
      '2026-03-01T10:00:00+08:00', now(), now(), ${fails}, 80 from points where id = ${pointId}`.execute(house.house.db)
  return id
}

let serial = 0
const opened = async (pointId: string, dueAt: string) => {
  serial += 1
  await sql`insert into case_categories (tenant_id, id, code, section, name, limit_amount, limit_unit, closing_condition)
    values (${house.seeded.tenantId}, ${house.seeded.tenantId}, 'Z99', '其他', '其他', 7, 'days', '已整改') on conflict do nothing`.execute(
    house.house.db,
  )
  await sql`insert into cases (tenant_id, id, year, serial, title, origin, category_id, severity, point_id, unit_id, unit_path,
      office_id, office_path, state, level_since, found_at, due_at, changed_at)
    select p.tenant_id, ${newId()}, 2026, ${serial}, '地面积水', 'visit', p.tenant_id, 'ordinary', p.id, p.unit_id, p.unit_path,
      ${house.seeded.units.county.id}, ${house.seeded.units.county.path}::ltree, 'assigned', now(), now(), ${dueAt}::timestamptz, now()
    from points p where p.id = ${pointId}`.execute(house.house.db)
}

test('a point is added, changed and archived; a stale change is refused', async () => {
  const made = await office().create(wanted('柳荫市场'))
  expect(made).toMatchObject({ status: 'unseen', openCases: 0, lastVisit: null, contactName: '温经理' })
  expect(made.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
  const changed = await office().change({ id: made.id, version: 1, ...wanted('柳荫大市场'), note: '周一休市' })
  expect(changed).toMatchObject({ name: '柳荫大市场', note: '周一休市', version: 2, code: made.code })
  await expect(office().change({ id: made.id, version: 1, ...wanted('又改') })).rejects.toMatchObject({
    code: 'version-stale',
  })
  await office().archive({ id: made.id, version: 2 })
  const listed = await office().list({ q: '柳荫大市场' })
  expect([listed.items, listed.total]).toEqual([[], 0])
  expect((await office().list({ q: '柳荫大市场', archived: true })).items[0]).toMatchObject({ actions: [] })
  await expect(office().change({ id: made.id, version: 3, ...wanted('停用后') })).rejects.toMatchObject({
    code: 'state-forbids',
  })
})

test('the same name twice for one unit and type is refused', async () => {
  await office().create(wanted('重名市场'))
  await expect(office().create(wanted('重名市场'))).rejects.toMatchObject({ code: 'already-exists' })
  await office().create(wanted('重名市场', 'pond'))
})

test('whom to call is masked in a list and whole at the door', async () => {
  const { id } = await office().create(wanted('有联系人的市场'))
  const [listed] = (await office().list({ q: '有联系人的市场' })).items
  expect([listed?.contactName, listed?.contactPhone]).toEqual(['温**', '138****5678'])
  expect(await office().get({ id })).toMatchObject({ contactName: '温经理', contactPhone: '13800005678' })
})

test('points are seen by the unit that answers and those above it, and by nobody beside', async () => {
  const { id, code } = await office().create(wanted('柳荫独有', 'willow'))
  for (const who of ['willowWorker', 'eastUnit', 'leader', 'inspector'] as const)
    expect((await house.as(who).points.list({ q: '柳荫独有' })).total).toBe(1)
  for (const who of ['pondWorker', 'westOfficer', 'stranger'] as const) {
    expect((await house.as(who).points.list({ q: '柳荫独有' })).total).toBe(0)
    await expect(house.as(who).points.get({ id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(house.as(who).points.byCode({ code })).rejects.toMatchObject({ code: 'not-found' })
  }
  expect(await house.as('willowWorker').points.byCode({ code: code.toLowerCase() })).toEqual({ id })
  await expect(house.as('willowUnit').points.archive({ id, version: 1 })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('status is what is late before what is open, and unseen before good', async () => {
  const { shown } = await publishedStandard(house, { pointType: '状态类' })
  const [good, open, late, unseen] = await Promise.all(
    ['好', '开', '迟', '未'].map(name => office().create(wanted(`${name}状态`, 'willow', '状态类'))),
  )
  if (!good || !open || !late || !unseen) throw new Error('four points')
  for (const { id } of [good, open, late]) await visited(id, shown.id)
  await opened(open.id, '2026-03-20T18:00:00+08:00')
  await opened(late.id, '2026-03-20T18:00:00+08:00')
  await opened(late.id, '2026-02-20T18:00:00+08:00')
  const status = new Map([
    [good.id, 'good'],
    [open.id, 'open'],
    [late.id, 'late'],
    [unseen.id, 'unseen'],
  ])
  const { items } = await office().list({ pointType: '状态类' })
  expect(new Map(items.map(one => [one.id, one.status]))).toEqual(status)
  expect(items.find(({ id }) => id === late.id)).toMatchObject({ openCases: 2, lastVisit: { score: 80 } })
  for (const [id, is] of status) {
    const only = await office().list({ pointType: '状态类', status: is as 'good' })
    expect([is, only.total, only.items[0]?.id]).toEqual([is, 1, id])
  }
  const map = await office().map({ pointType: '状态类' })
  expect(new Map(map.points.map(one => [one.id, one.status]))).toEqual(status)
  expect(map.units).toEqual([
    { id: house.seeded.units.willow.id, name: '柳荫社区', points: 4, position: { longitude: 110.4, latitude: 30.2 } },
  ])
})

test('what an unannounced round saw is told to the inspected when it is over, and not before', async () => {
  const { shown } = await publishedStandard(house, { pointType: '暗访类' })
  const { id } = await office().create(wanted('暗访点', 'willow', '暗访类'))
  const roundId = newId()
  const { county } = house.seeded.units
  await sql`insert into rounds (tenant_id, id, unit_id, unit_path, title, kind, state, starts_on, ends_on, committed_at, created_by, created_at)
    values (${house.seeded.tenantId}, ${roundId}, ${county.id}, ${county.path}::ltree, '暗访', 'unannounced', 'drawn', '2026-03-01', '2026-03-08', now(),
      ${house.seeded.people.officer.id}, now())`.execute(house.house.db)
  await visited(id, shown.id, roundId, 2)

  const seenBy = async (who: 'willowUnit' | 'willowWorker' | 'eastUnit' | 'officer') => {
    const [row] = (await house.as(who).points.list({ q: '暗访点' })).items
    const good = await house.as(who).points.list({ q: '暗访点', status: 'good' })
    const [placed] = (await house.as(who).points.map({ q: '暗访点' })).points
    const { visits } = await house.as(who).points.get({ id })
    return [row?.status, row?.lastVisit?.fails, good.total, placed?.status, visits.length]
  }
  for (const who of ['willowUnit', 'willowWorker', 'eastUnit'] as const)
    expect(await seenBy(who)).toEqual(['unseen', undefined, 0, 'unseen', 0])
  expect(await seenBy('officer')).toEqual(['good', 2, 1, 'good', 1])
  await sql`update rounds set state = 'ended', revealed_at = now(), ended_at = now() where id = ${roundId}`.execute(
    house.house.db,
  )
  expect(await seenBy('willowUnit')).toEqual(['good', 2, 1, 'good', 1])
})

test('an inspector drawn for a point reads it though it lies elsewhere, as long as the round is under way', async () => {
  const { shown } = await publishedStandard(house, { pointType: '互检类' })
  const { id } = await office().create(wanted('互检点', 'willow', '互检类'))
  const roundId = newId()
  const { tenantId, units, people } = house.seeded
  await sql`insert into rounds (tenant_id, id, unit_id, unit_path, title, kind, state, starts_on, ends_on, created_by, created_at)
    values (${tenantId}, ${roundId}, ${units.county.id}, ${units.county.path}::ltree, '互检', 'mutual', 'drawn', '2026-03-01', '2026-03-08',
      ${people.officer.id}, now())`.execute(house.house.db)
  await sql`insert into round_points (tenant_id, round_id, point_id, version_id, stratum, ordinal)
    values (${tenantId}, ${roundId}, ${id}, ${shown.id}, '互检类', 1)`.execute(house.house.db)
  await expect(house.as('hillUnit').points.get({ id })).rejects.toMatchObject({ code: 'not-found' })
  await sql`insert into round_pairs (tenant_id, round_id, point_id, person_id)
    values (${tenantId}, ${roundId}, ${id}, ${people.hillUnit.id})`.execute(house.house.db)
  expect(await house.as('hillUnit').points.get({ id })).toMatchObject({ name: '互检点', actions: [] })
  expect((await house.as('hillUnit').points.list({ q: '互检点' })).total).toBe(0)
  await sql`update rounds set state = 'ended', revealed_at = now() where id = ${roundId}`.execute(house.house.db)
  await expect(house.as('hillUnit').points.get({ id })).rejects.toMatchObject({ code: 'not-found' })
})

test('a point page says what the point is held to', async () => {
  const standard = await publishedStandard(house, { pointType: '有标准', title: '有标准的标准' })
  const { id } = await office().create(wanted('有标准的点', 'willow', '有标准'))
  expect((await office().get({ id })).standard).toEqual({ id: standard.id, title: '有标准的标准', number: 1 })
  const types = await office().types({})
  expect(types.find(({ pointType }) => pointType === '有标准')).toEqual({
    ...{ pointType: '有标准', points: 1, standardId: standard.id },
  })
})

test('a list is paged by type and name and misses none', async () => {
  const whole = (await office().list({ limit: 200 })).items.map(({ id }) => id)
  const paged: string[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await office().list({ limit: 2, ...(cursor ? { cursor } : {}) })
    paged.push(...items.map(({ id }) => id))
    if (next === null) break
    cursor = next
  }
  expect(paged).toEqual(whole)
})

test('points without a place are counted beside the map, which has ground only where the house has', async () => {
  await office().create({ ...wanted('无位置点', 'willow', '无位置'), position: null })
  expect(await office().map({ pointType: '无位置' })).toEqual({
    points: [],
    units: [],
    unplaced: 1,
    notDrawn: 0,
    tiles: null,
  })
})

test('a unit that answers for a point is not closed', async () => {
  const admin = house.as('administrator').units
  const made = await admin.create({
    ...{ parentId: house.seeded.units.west.id, kind: 'community', name: '待撤社区', shortName: null, aliases: [] },
  })
  const point = await office().create({ ...wanted('待撤点位'), unitId: made.id })
  await expect(admin.archive({ id: made.id, version: made.version })).rejects.toMatchObject({ code: 'still-in-use' })
  await office().archive({ id: point.id, version: point.version })
  await admin.archive({ id: made.id, version: made.version })
})
