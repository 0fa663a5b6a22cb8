import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { readyPlan, samplePlan } from '../plans/plan.testing.ts'

let house: TestHouse
let id: string
let eastId: string
beforeAll(async () => {
  house = await openHouse()
  const { planId } = await readyPlan(house)
  id = (await house.as('officer').plans.publish({ id: planId })).programmeId
  const east = house.as('eastOfficer')
  const text = samplePlan.replaceAll('县城管局', '柳荫社区').replaceAll('县卫健局', '柳荫社区')
  const plan = await east.plans.import({ unitId: house.seeded.units.east.id, text })
  await house.runJobs()
  await east.review.confirmAll({ id: plan.id })
  const { items, diagnostics } = await east.review.get({ id: plan.id })
  for (const { id: itemId, version, state } of items)
    if (state === 'proposed') await east.review.change({ id: plan.id, itemId, version, state: 'confirmed' })
  for (const { id: diagnosticId, severity } of diagnostics)
    if (severity === 'error') await east.review.settle({ id: plan.id, diagnosticId, state: 'settled', note: '已核对' })
  eastId = (await east.plans.publish({ id: plan.id })).programmeId
  await house.runJobs()
})
afterAll(() => house.close())

test('a programme is seen by its office, by those it binds and by nobody else', async () => {
  const titles = async (who: Parameters<TestHouse['as']>[0]) =>
    (await house.as(who).programmes.list({})).items.map(programme => programme.id)
  expect(await titles('officer')).toEqual([eastId, id])
  expect(await titles('leader')).toEqual([eastId, id])
  expect(await titles('willowWorker')).toEqual([eastId, id])
  expect(await titles('hillWorker')).toEqual([id])
  expect(await titles('stranger')).toEqual([])
  await expect(house.as('hillWorker').programmes.overview({ id: eastId })).rejects.toMatchObject({ code: 'not-found' })
  for (const read of ['wallChart', 'groups', 'documents', 'budget'] as const)
    await expect(house.as('hillWorker').programmes[read]({ id: eastId })).rejects.toMatchObject({ code: 'not-found' })
})

test('the overview counts what is within reach and moves when work is done', async () => {
  const before = await house.as('leader').programmes.overview({ id })
  expect(before.goal).toContain('95%')
  expect(before.phases.map(({ name }) => name)).toEqual(['动员部署阶段', '集中整治阶段', '巩固提升阶段'])
  expect(before.assignments.total).toBe(before.byUnit.reduce((sum, { total }) => sum + total, 0))
  const own = await house.as('willowWorker').programmes.overview({ id })
  expect(own.byUnit.map(({ unit }) => unit.name)).toEqual(['柳荫社区'])

  const [owed] = (await house.as('willowWorker').assignments.list({ programmeId: id })).items
  const submitted = await house
    .as('willowWorker')
    .assignments.submit({ id: owed?.id ?? '', version: owed?.version ?? 0, note: '已完成' })
  await house.as('officer').assignments.confirm({ id: submitted.id, version: submitted.version })
  const after = await house.as('leader').programmes.overview({ id })
  expect(after.assignments.confirmed).toBe(before.assignments.confirmed + 1)
  expect(after.week).toMatchObject({ confirmed: 1, submitted: 1 })
  expect(after.latest.map(({ did }) => did)).toEqual(['confirm', 'submit'])
  expect(after.latest.every(({ task }) => task !== '')).toBe(true)
})

test('the wall chart has a row for each unit and a bar for each of its tasks', async () => {
  const chart = await house.as('leader').programmes.wallChart({ id })
  const { assignments } = await house.as('leader').programmes.overview({ id })
  expect(chart.rows.reduce((sum, { bars }) => sum + bars.length, 0)).toBe(assignments.total)
  expect(chart).toMatchObject({ from: '2026-03-02', to: '2026-06-30', today: '2026-03-02' })
  expect(chart.rows.flatMap(({ bars }) => bars).every(({ from, to }) => to === null || from <= to)).toBe(true)
})

test('money is shown to those who answer for it', async () => {
  const budget = await house.as('officer').programmes.budget({ id })
  expect(budget.totalFen).toBe(budget.lines.reduce((sum, { fen }) => sum + fen, 0))
  expect(budget.totalFen).toBeGreaterThan(0)
  await expect(house.as('willowWorker').programmes.budget({ id })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a programme is renamed, paused and given a day to count down to, by its office and one at a time', async () => {
  const { milestones, version } = await house.as('officer').programmes.overview({ id })
  const changed = await house
    .as('officer')
    .programmes.change({ id, version, title: '楼道整治', countdownMilestoneId: milestones.at(-1)?.id ?? null })
  expect(changed).toMatchObject({ title: '楼道整治', countdown: { on: milestones.at(-1)?.on } })
  await expect(house.as('officer').programmes.change({ id, version, status: 'paused' })).rejects.toMatchObject({
    code: 'version-stale',
  })
  await expect(
    house.as('willowUnit').programmes.change({ id, version: changed.version, status: 'ended' }),
  ).rejects.toMatchObject({ code: 'not-allowed' })
  const foreign = await house.as('officer').programmes.overview({ id: eastId })
  await expect(
    house.as('officer').programmes.change({
      id,
      version: changed.version,
      countdownMilestoneId: foreign.milestones[0]?.id ?? null,
    }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('an indicator is unknown until it is read, and its share carries its sample', async () => {
  const office = house.as('officer')
  const [first] = (await office.indicators.list({ id })).filter(({ subject }) => subject.includes('满意度'))
  expect(first).toMatchObject({ status: 'unknown', target: 85, measurements: [] })
  const reading = { id: first?.id ?? '', on: '2026-03-02', value: 90, numerator: 270, denominator: 300 }
  const read = await office.indicators.measure(reading)
  expect(read.measurements).toHaveLength(1)
  expect(read.interval?.low).toBeLessThan(90)
  expect(['met', 'fragile']).toContain(read.status)
  const id2 = read.measurements[0]?.id ?? ''
  expect((await office.indicators.measure({ ...reading, measurementId: id2 })).measurements).toHaveLength(1)
  await expect(office.indicators.measure({ ...reading, on: '2026-03-03' })).rejects.toMatchObject({
    code: 'input-invalid',
  })
  await expect(office.indicators.measure({ ...reading, numerator: 400 })).rejects.toMatchObject({
    code: 'input-invalid',
  })
  await expect(house.as('willowUnit').indicators.measure(reading)).rejects.toMatchObject({ code: 'not-allowed' })
  const own = { ...reading, value: 80, numerator: null, denominator: null, unitId: house.seeded.units.willow.id }
  expect((await house.as('willowUnit').indicators.measure(own)).measurements).toHaveLength(2)
  await expect(house.as('hillUnit').indicators.measure(own)).rejects.toMatchObject({ code: 'not-found' })
})
