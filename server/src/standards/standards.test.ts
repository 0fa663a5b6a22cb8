import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTenant } from '../db/in-tenant.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { criterionOf, draftStandard, publishedStandard } from './standard.testing.ts'
import { versionFor } from './version-for.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const office = () => house.as('officer').standards
const newId = () => house.house.ids.next()
const written = ({ id, version, title, pointType, content }: Awaited<ReturnType<typeof draftStandard>>) => ({
  ...{ id, version, title, pointType, content },
})

test('a published version stays as it is, whatever becomes of the next', async () => {
  const first = await publishedStandard(house, { pointType: '甲类' })
  const [kept, gone] = first.content
  if (kept === undefined || gone === undefined) throw new Error('two criteria')
  const draft = await office().save({
    ...written(first),
    content: [{ ...kept, text: '地面干净无积水', weight: 3 }, criterionOf(newId(), '秤经过检定')],
  })
  expect(draft).toMatchObject({ current: 1, hasDraft: true, shown: { number: 2, state: 'draft' } })
  const before = await office().get({ id: first.id, number: 1 })
  expect(before.content.map(({ text, weight }) => [text, weight])).toEqual([
    ['地面干净', 1],
    ['通道畅通', 1],
  ])
  const second = await office().publish({ id: first.id, version: draft.version, note: '增加计量' })
  expect(second.versions.map(({ number, state, note }) => [number, state, note])).toEqual([
    [2, 'published', '增加计量'],
    [1, 'published', null],
  ])
  expect((await office().get({ id: first.id, number: 1 })).content).toEqual(before.content)
  // The criterion that stayed is the same one, so that what was seen can be told beside what will be.
  expect(second.content[0]?.id).toBe(kept.id)
})

test('who writes on a stale version is refused, and nothing of it is taken', async () => {
  const draft = await draftStandard(house, { pointType: '乙类' })
  await office().save({ ...written(draft), title: '先到的名称' })
  await expect(office().save({ ...written(draft), title: '后到的名称' })).rejects.toMatchObject({
    code: 'version-stale',
    status: 409,
  })
  expect((await office().get({ id: draft.id })).title).toBe('先到的名称')
})

test('an empty draft is not published, nor is the same one twice', async () => {
  const draft = await draftStandard(house, { pointType: '丙类' })
  const empty = await office().save({ ...written(draft), content: [] })
  await expect(office().publish({ id: draft.id, version: empty.version })).rejects.toMatchObject({
    code: 'standard-empty',
  })
  const full = await office().save({ ...written(empty), content: [criterionOf(newId(), '有人值守')] })
  const done = await office().publish({ id: draft.id, version: full.version })
  await expect(office().publish({ id: draft.id, version: done.version })).rejects.toMatchObject({
    code: 'state-forbids',
  })
})

test('a unit has one published standard for a type of point', async () => {
  const one = await publishedStandard(house, { pointType: '丁类', title: '在用的一份' })
  const other = await draftStandard(house, { pointType: '丁类' })
  await expect(office().publish({ id: other.id, version: other.version })).rejects.toMatchObject({
    code: 'standard-in-use',
    data: { params: { title: '在用的一份' } },
  })
  await office().archive({ id: one.id, version: one.version })
  await office().publish({ id: other.id, version: other.version })
})

test('the type of point is fixed once a version is published', async () => {
  const one = await publishedStandard(house, { pointType: '戊类' })
  await expect(office().save({ ...written(one), pointType: '己类' })).rejects.toMatchObject({
    code: 'standard-type-fixed',
  })
})

test('a draft is dropped and the published version shown again; a first draft is all there is', async () => {
  const one = await publishedStandard(house, { pointType: '庚类' })
  const draft = await office().save({ ...written(one), content: [] })
  const back = await office().discardDraft({ id: one.id, version: draft.version })
  expect(back).toMatchObject({ hasDraft: false, shown: { number: 1 }, criteria: 2 })
  const first = await draftStandard(house, { pointType: '辛类' })
  await expect(office().discardDraft({ id: first.id, version: first.version })).rejects.toMatchObject({
    code: 'state-forbids',
  })
})

test('a criterion belongs to one standard, and a category must be there', async () => {
  const one = await draftStandard(house, { pointType: '壬类' })
  const other = await draftStandard(house, { pointType: '癸类' })
  await expect(office().save({ ...written(other), content: one.content })).rejects.toMatchObject({ code: 'not-found' })
  const stray = [criterionOf(newId(), '没有这个类别', { categoryId: newId() })]
  await expect(office().save({ ...written(other), content: stray })).rejects.toMatchObject({ code: 'not-found' })
  const [twin] = other.content
  await expect(office().save({ ...written(other), content: [twin, twin].flatMap(x => x ?? []) })).rejects.toMatchObject(
    {
      code: 'input-invalid',
    },
  )
})

test('who is held to a standard reads what is published, and no draft', async () => {
  const east = await publishedStandard(house, { who: 'eastOfficer', unit: 'east', pointType: '街巷' })
  const draft = await house.as('eastOfficer').standards.save({ ...written(east), content: [] })
  const seen = await house.as('willowWorker').standards.get({ id: east.id })
  expect(seen).toMatchObject({ shown: { number: 1 }, hasDraft: false, criteria: 2, actions: [] })
  expect(seen.versions).toHaveLength(1)
  await expect(house.as('willowWorker').standards.get({ id: east.id, number: 2 })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(house.as('willowUnit').standards.publish({ id: east.id, version: draft.version })).rejects.toMatchObject(
    { code: 'not-allowed' },
  )
  const unread = await draftStandard(house, { who: 'eastOfficer', unit: 'east', pointType: '河道' })
  const listed = (await house.as('willowWorker').standards.list({ limit: 200 })).items.map(({ id }) => id)
  expect(listed).toContain(east.id)
  expect(listed).not.toContain(unread.id)
})

test('a street’s standard is nothing to another street or county', async () => {
  const west = await publishedStandard(house, { who: 'westOfficer', unit: 'west', pointType: '渡口' })
  for (const who of ['pondWorker', 'eastOfficer', 'stranger'] as const) {
    await expect(house.as(who).standards.get({ id: west.id })).rejects.toMatchObject({ code: 'not-found' })
    const { items } = await house.as(who).standards.list({ limit: 200 })
    expect(items.map(({ id }) => id)).not.toContain(west.id)
  }
})

test('a point is held to the nearest published standard at or above its unit', async () => {
  const county = await publishedStandard(house, { pointType: '公厕' })
  const east = await publishedStandard(house, { who: 'eastOfficer', unit: 'east', pointType: '公厕' })
  await draftStandard(house, { who: 'eastOfficer', unit: 'pond', pointType: '公厕' })
  const { tenantId, units } = house.seeded
  const heldTo = await inTenant(house.house.db, tenantId, db =>
    versionFor({ db, actor: { tenantId } as never }, ['公厕', '没有标准的类型']),
  )
  expect(heldTo('公厕', units.willow.path)?.standardId).toBe(east.id)
  expect(heldTo('公厕', units.pond.path)?.standardId).toBe(east.id)
  expect(heldTo('公厕', units.hill.path)?.standardId).toBe(county.id)
  expect(heldTo('没有标准的类型', units.hill.path)).toBeNull()
})

test('a list is paged by type and title, and counts what is within reach', async () => {
  const whole = await office().list({ limit: 200 })
  const paged: string[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, next, total } = await office().list({ limit: 3, ...(cursor ? { cursor } : {}) })
    expect(total).toBe(whole.items.length)
    paged.push(...items.map(({ id }) => id))
    if (next === null) break
    cursor = next
  }
  expect(paged).toEqual(whole.items.map(({ id }) => id))
})

test('a ready standard of the catalogue begins a draft with criteria of its own', async () => {
  const ready = await office().ready({})
  expect(ready).toEqual(expect.arrayContaining([expect.objectContaining({ key: 'hotel', criteria: 17 })]))
  const made = () =>
    office().create({
      unitId: house.seeded.units.county.id,
      title: '宾馆标准',
      pointType: '宾馆酒店',
      ready: 'hotel',
    })
  const [one, other] = [await made(), await made()]
  expect(one.content).toHaveLength(17)
  expect(one.content.some(({ id }) => other.content.some(two => two.id === id))).toBe(false)
  await expect(
    office().create({ unitId: house.seeded.units.county.id, title: '没有', pointType: '没有', ready: '../package' }),
  ).rejects.toMatchObject({ code: 'not-found' })
})
