import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { importText, readyPlan, samplePlan } from '../plans/plan.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  const { planId } = await readyPlan(house)
  await house.as('officer').plans.publish({ id: planId })
  await house.runJobs()
})
afterAll(() => house.close())

const textOf = (line: Awaited<ReturnType<ReturnType<TestHouse['as']>['today']['get']>>['late'][number]) =>
  line.kind === 'assignment' ? line.assignment.text : line.occurrence.text

test('a worker’s day is what her unit owes: late, today and soon', async () => {
  house.setClock('2026-03-18T09:00:00+08:00')
  const before = await house.as('willowWorker').today.get()
  expect(before.soon.map(textOf)).toEqual(expect.arrayContaining(['摸清底数']))
  house.setClock('2026-03-20T09:00:00+08:00')
  const due = await house.as('willowWorker').today.get()
  expect(due.today.map(textOf)).toEqual(expect.arrayContaining(['摸清底数', expect.stringContaining('楼道巡查')]))
  house.setClock('2026-03-21T09:00:00+08:00')
  const late = await house.as('willowWorker').today.get()
  expect(late.late.map(textOf)).toEqual(expect.arrayContaining(['摸清底数']))
  expect(late.counts.late).toBe(late.late.length)
  for (const line of [...late.late, ...late.today, ...late.soon])
    expect((line.kind === 'assignment' ? line.assignment : line.occurrence).unit.name).toBe('柳荫社区')
})

test('what was handed in waits for the office and for nobody who brought it', async () => {
  const worker = house.as('willowWorker')
  const [owed] = (await worker.assignments.list({ q: '登记造册' })).items
  await worker.assignments.submit({ id: owed?.id ?? '', version: owed?.version ?? 0, note: '已登记' })
  expect((await worker.today.get()).waiting.map(textOf)).toEqual(['摸清底数'])
  const office = await house.as('officer').today.get()
  expect(office.decide).toMatchObject([{ kind: 'confirm', assignment: { unit: { name: '柳荫社区' } } }])
  expect(office.counts.decide).toBe(1)
  expect((await house.as('eastOfficer').today.get()).decide).toHaveLength(1)
  expect((await house.as('westOfficer').today.get()).decide).toHaveLength(0)
  expect((await house.as('leader').today.get()).decide).toHaveLength(0)
})

test('more time that was asked for waits for a decision', async () => {
  const unit = house.as('pondUnit')
  const [owed] = (await unit.assignments.list({ q: '登记造册' })).items
  await unit.assignments.askExtension({
    id: owed?.id ?? '',
    version: owed?.version ?? 0,
    until: '2026-04-10',
    reason: '住户外出未归',
  })
  const { decide } = await house.as('officer').today.get()
  expect(decide.map(({ kind }) => kind).sort()).toEqual(['confirm', 'extension'])
})

test('the office is told of plans that wait and of the days that are counted down to', async () => {
  const { planId } = await importText(house, samplePlan)
  const { plans, countdowns } = await house.as('officer').today.get()
  expect(plans.map(({ id }) => id)).toEqual([planId])
  expect(plans[0]?.waiting).toBeGreaterThan(5)
  expect(countdowns[0]?.days).toBeGreaterThan(0)
  expect((await house.as('willowWorker').today.get()).plans).toEqual([])
})

test('a stranger’s day is empty', async () => {
  const today = await house.as('stranger').today.get()
  expect(today.counts).toEqual({
    ...{ late: 0, today: 0, soon: 0, decide: 0, waiting: 0, rounds: 0, cases: 0, plans: 0 },
    ...{ confirmed: 0, total: 0 },
  })
})
