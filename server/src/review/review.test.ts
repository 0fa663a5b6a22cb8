import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { importText, samplePlan } from '../plans/plan.testing.ts'

let house: TestHouse
let id: string
beforeAll(async () => {
  house = await openHouse()
})
beforeEach(async () => {
  id = (await importText(house, samplePlan)).planId
})
afterAll(() => house.close())

const office = () => house.as('officer')
const itemWith = async (words: string, kind = 'task') => {
  const { items } = await office().review.get({ id })
  const item = items.find(one => one.kind === kind && JSON.stringify(one.content).includes(words))
  if (!item) throw new Error(`No ${kind} with ${words}`)
  return item
}

test('every item leads to its sentence, and a party to the units it stands for', async () => {
  const review = await office().review.get({ id })
  const item = await itemWith('登记造册')
  expect(review.text.slice(item.span?.start, item.span?.end)).toContain('登记造册')
  expect(item.parties).toMatchObject([{ name: '各社区', role: 'responsible', match: 'every' }])
  expect(item.parties[0]?.units.map(({ name }) => name).sort()).toEqual([
    '小丘社区',
    '柳荫社区',
    '渡口社区',
    '荷塘社区',
  ])
})

test('an item is edited, rejected and restored, and says that it was edited and by whom', async () => {
  const item = await itemWith('登记造册')
  const content = { ...item.content, text: '逐栋登记并公示' }
  const edited = await office().review.change({
    id,
    itemId: item.id,
    version: item.version,
    content,
    state: 'confirmed',
  })
  expect(edited).toMatchObject({ edited: true, state: 'confirmed', updatedBy: { name: '陈办' } })
  const restored = await office().review.change({
    id,
    itemId: item.id,
    version: edited.version,
    content: item.content,
    state: 'proposed',
  })
  expect(restored).toMatchObject({ edited: false, state: 'proposed' })
})

test('two who change the same item do not overwrite each other', async () => {
  const item = await itemWith('登记造册')
  const both = await Promise.allSettled([
    office().review.change({ id, itemId: item.id, version: item.version, state: 'confirmed' }),
    house.as('colleague').review.change({ id, itemId: item.id, version: item.version, state: 'rejected' }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'version-stale', data: { params: { current: item.version + 1 } } },
  })
})

test('two who change different items do not get in each other’s way', async () => {
  const [one, two] = [await itemWith('登记造册'), await itemWith('楼道堆物')]
  const both = await Promise.all([
    office().review.change({ id, itemId: one.id, version: one.version, state: 'confirmed' }),
    house.as('colleague').review.change({ id, itemId: two.id, version: two.version, state: 'confirmed' }),
  ])
  expect(both.map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
})

test('content that does not fit its kind is refused by field', async () => {
  const item = await itemWith('登记造册')
  await expect(
    office().review.change({ id, itemId: item.id, version: item.version, content: { text: '' } }),
  ).rejects.toMatchObject({
    code: 'input-invalid',
    data: { at: expect.arrayContaining([{ field: 'content.text', message: expect.any(String) }]) },
  })
})

test('a selection becomes an item, once however often it is sent', async () => {
  const { text } = await office().review.get({ id })
  const start = text.indexOf('明确分工')
  const adding = {
    id,
    itemId: randomUUID(),
    kind: 'indicator' as const,
    span: { start, end: start + 4 },
    content: { subject: '分工明确率', op: '=', value: 100, unit: '%' },
  }
  const added = await office().review.add(adding)
  expect(added).toMatchObject({ origin: 'added', state: 'confirmed', edited: false })
  await office().review.add(adding)
  const { items } = await office().review.get({ id })
  expect(items.filter(item => item.id === adding.itemId)).toHaveLength(1)
  await expect(
    office().review.add({ ...adding, itemId: randomUUID(), span: { start: 5, end: text.length + 1 } }),
  ).rejects.toMatchObject({ code: 'input-invalid' })
})

test('what nothing is doubtful about is confirmed at once, and what is doubtful is not', async () => {
  const { items } = await office().review.get({ id })
  const [first] = items
  await house.house.db
    .updateTable('plan_items')
    .set({ doubt: 'party-is-a-level', doubt_params: JSON.stringify({ name: '街道' }) })
    .where('id', '=', first?.id ?? '')
    .execute()
  const { confirmed } = await office().review.confirmAll({ id })
  const after = await office().review.get({ id })
  expect(after.items.filter(({ state }) => state === 'confirmed')).toHaveLength(confirmed)
  const doubtful = after.items.find(item => item.id === first?.id)
  expect(doubtful).toMatchObject({
    state: 'proposed',
    doubt: { code: 'party-is-a-level', params: { name: '街道' } },
  })
})

test('an error is settled with a reason only, and can be opened again', async () => {
  const planId = (await importText(house, samplePlan.replace('5月1日至6月30日', '5月1日至6月31日'))).planId
  const { diagnostics } = await office().review.get({ id: planId })
  const error = diagnostics.find(({ severity }) => severity === 'error')
  const diagnosticId = error?.id ?? ''
  await expect(
    office().review.settle({ id: planId, diagnosticId, state: 'settled', note: null }),
  ).rejects.toMatchObject({ code: 'reason-required' })
  const settled = await office().review.settle({ id: planId, diagnosticId, state: 'settled', note: '以 30 日为准' })
  expect(settled).toMatchObject({ state: 'settled', note: '以 30 日为准' })
  expect(await office().review.settle({ id: planId, diagnosticId, state: 'open', note: null })).toMatchObject({
    state: 'open',
  })
})

test('what a name stands for is remembered by the office, and by offices below it', async () => {
  const text = samplePlan.replace('县卫健局于', '各有关部门于')
  const first = (await importText(house, text)).planId
  const { urban, health, other } = house.seeded.units
  await expect(
    office().review.match({ id: first, name: '各有关部门', unitIds: [other.id], everyKind: null }),
  ).rejects.toMatchObject({ code: 'not-found' })
  const { items } = await office().review.match({
    id: first,
    name: '各有关部门',
    unitIds: [urban.id, health.id],
    everyKind: null,
  })
  expect(items.length).toBeGreaterThan(0)
  expect(items[0]?.parties.find(({ name }) => name === '各有关部门')).toMatchObject({ match: 'several' })

  const again = (await importText(house, text)).planId
  const below = (await house.as('eastOfficer').plans.import({ unitId: house.seeded.units.east.id, text })).id
  await house.runJobs()
  for (const [who, planId] of [
    ['officer', again],
    ['eastOfficer', below],
  ] as const) {
    const review = await house.as(who).review.get({ id: planId })
    const parties = review.items.flatMap(item => item.parties).filter(({ name }) => name === '各有关部门')
    expect(parties[0]?.match).toBe('several')
    expect(parties[0]?.units.map(({ name }) => name).sort()).toEqual(['县卫健局', '县城管局'])
  }
})

test('a street’s plan means its own communities', async () => {
  const east = (await house.as('eastOfficer').plans.import({ unitId: house.seeded.units.east.id, text: samplePlan })).id
  await house.runJobs()
  const { items } = await house.as('eastOfficer').review.get({ id: east })
  const every = items.flatMap(({ parties }) => parties).find(({ name }) => name === '各社区')
  expect(every?.units.map(({ name }) => name).sort()).toEqual(['柳荫社区', '荷塘社区'])
})

test('reviewers see who else is looking, and what changed since they looked', async () => {
  const { present } = await office().review.get({ id })
  expect(present).toEqual([])
  await house.as('colleague').review.get({ id })
  const since = house.house.clock.now().toISOString()
  const item = await itemWith('登记造册')
  await house.as('colleague').review.change({ id, itemId: item.id, version: item.version, state: 'confirmed' })
  const changes = await office().review.changes({ id, since })
  expect(changes.present).toMatchObject([{ name: '许办' }])
  expect(changes.items.map(changed => changed.id)).toContain(item.id)
  await house.as('colleague').review.leave({ id })
  expect((await office().review.changes({ id, since })).present).toEqual([])
})

test('a published plan is no longer under review', async () => {
  await office().plans.withdraw({ id })
  const item = await itemWith('登记造册')
  await expect(
    office().review.change({ id, itemId: item.id, version: item.version, state: 'rejected' }),
  ).rejects.toMatchObject({ code: 'state-forbids' })
})

test('who only reads may not write in a review', async () => {
  const item = await itemWith('登记造册')
  const writing = { id, itemId: item.id, version: item.version, state: 'rejected' as const }
  await expect(house.as('leader').review.change(writing)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(house.as('eastOfficer').review.change(writing)).rejects.toMatchObject({ code: 'not-found' })
  await expect(house.as('stranger').review.confirmAll({ id })).rejects.toMatchObject({ code: 'not-found' })
})
