import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { importText, samplePlan } from './plan.testing.ts'
import { readPlan } from './read-plan.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const office = () => house.as('officer')
const unitId = () => house.seeded.units.county.id

test('a document is taken in at once, read in the background, and its progress can be asked', async () => {
  const { id } = await office().plans.import({ unitId: unitId(), text: samplePlan, name: '楼道整治.txt' })
  expect(await office().plans.reading({ id })).toMatchObject({ status: 'reading', step: 'queued', progress: 0 })
  await expect(office().review.get({ id })).rejects.toMatchObject({ code: 'plan-still-reading' })
  expect(await house.runJobs()).toContain('read-plan')
  expect(await office().plans.reading({ id })).toMatchObject({ status: 'review', step: 'done', progress: 100 })
  expect(await office().plans.get({ id })).toMatchObject({
    title: '澄溪县楼道环境整治工作方案',
    sourceName: '楼道整治.txt',
  })
})

test('a file is decoded whatever its encoding', async () => {
  // 「工作方案」 and the rest in GB18030, as old editors leave it.
  const gb18030 = Buffer.from(
    'b3cecfaacfd8b9a4d7f7b7bdb0b80d0ad2bba1a2b9a4d7f7c8cecef10d0aa3a8d2bba3a9b8f7c9e7c7f8bfaad5b9d1b2b2e9a1a3',
    'hex',
  )
  const { id } = await office().plans.import({ unitId: unitId(), file: new File([gb18030], '方案.txt') })
  await house.runJobs()
  const { text } = await office().review.get({ id })
  expect(text).toContain('澄溪县工作方案')
})

test('several plans in one document become several plans, each with its own text', async () => {
  const second = samplePlan.replaceAll('楼道环境整治', '集贸市场秩序整治').replaceAll('楼道', '市场')
  const before = (await office().plans.list({})).total ?? 0
  const { id } = await office().plans.import({ unitId: unitId(), text: `${samplePlan}\n\n${second}` })
  await house.runJobs()
  const { items, total } = await office().plans.list({})
  expect(total).toBe(before + 2)
  const [other] = items.filter(({ title }) => title.includes('集贸市场'))
  expect(other?.status).toBe('review')
  const reviews = await Promise.all([id, other?.id ?? ''].map(planId => office().review.get({ id: planId })))
  expect(reviews[0]?.text).not.toContain('集贸市场')
  for (const review of reviews)
    for (const { span } of review.items) expect(span?.end ?? 0).toBeLessThanOrEqual(review.text.length)
  const task = reviews[1]?.items.find(({ content }) => String(content.text).includes('登记造册'))
  expect(reviews[1]?.text.slice(task?.span?.start, task?.span?.end)).toContain('登记造册')
})

test('reading twice, and twice at once, changes nothing', async () => {
  const { id } = await office().plans.import({ unitId: unitId(), text: samplePlan })
  const { versionId } = await office().plans.get({ id })
  const job = { tenantId: house.seeded.tenantId, subjectId: versionId }
  await Promise.all([readPlan(house.house, job), readPlan(house.house, job)])
  await house.runJobs()
  const items = await house.house.db.selectFrom('plan_items').where('version_id', '=', versionId).select('id').execute()
  const { items: shown } = await office().review.get({ id })
  expect(shown.length).toBe(items.length)
  expect(new Set(shown.map(({ kind, ordinal }) => `${kind} ${ordinal}`)).size).toBe(shown.length)
})

test('a file that cannot be read says what is wrong and what to do', async () => {
  const { id } = await office().plans.import({
    unitId: unitId(),
    file: new File([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)], '旧文件.doc'),
  })
  await house.runJobs()
  const reading = await office().plans.reading({ id })
  expect(reading).toMatchObject({ status: 'failed', step: 'failed' })
  expect(reading.failure?.zh.detail).toMatch(/docx/)
  await expect(office().plans.preview({ id })).rejects.toMatchObject({ code: 'state-forbids' })
})

test('nothing is refused as nothing', async () => {
  await expect(office().plans.import({ unitId: unitId(), text: '  ' })).rejects.toMatchObject({ code: 'file-empty' })
  await expect(office().plans.import({ unitId: unitId(), file: new File([], '空.txt') })).rejects.toMatchObject({
    code: 'file-empty',
  })
})

test('a document is handed in for a unit of one’s own office', async () => {
  const { east, other } = house.seeded.units
  await expect(house.as('eastOfficer').plans.import({ unitId: unitId(), text: samplePlan })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(office().plans.import({ unitId: other.id, text: samplePlan })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(office().plans.import({ unitId: randomUUID(), text: samplePlan })).rejects.toMatchObject({
    code: 'not-found',
  })
  const { id } = await house.as('eastOfficer').plans.import({ unitId: east.id, text: samplePlan })
  expect(await house.as('eastOfficer').plans.get({ id })).toMatchObject({ unit: { name: '东桥街道' } })
  await expect(house.as('westOfficer').plans.get({ id })).rejects.toMatchObject({ code: 'not-found' })
})

test('a plan that will not be published is put away, once', async () => {
  const { planId: id } = await importText(house, samplePlan)
  expect(await office().plans.withdraw({ id })).toMatchObject({ status: 'withdrawn' })
  await expect(office().plans.withdraw({ id })).rejects.toMatchObject({ code: 'state-forbids' })
  await expect(office().plans.publish({ id })).rejects.toMatchObject({ code: 'state-forbids' })
})
