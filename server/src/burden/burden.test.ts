import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { readyPlan } from '../plans/plan.testing.ts'
import type { PersonName } from '../seed.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  const { planId } = await readyPlan(house)
  await house.as('officer').plans.publish({ id: planId })
  await house.runJobs()
})
afterAll(() => house.close())

const of = async (who: PersonName, unit: 'willow' | 'pond' | 'health', month = '2026-03') => {
  const { units } = await house.as(who).burden.get({ month })
  return units.find(each => each.unit.id === house.seeded.units[unit].id)
}

test('what a plan asks of a unit in a month is told with who asked and how long the screens take', async () => {
  const willow = await of('officer', 'willow')
  const own = await house.as('willowUnit').assignments.list({ mine: true })
  const patrols = await house.as('willowUnit').duties.occurrences({ mine: true, from: '2026-03-01', to: '2026-03-31' })
  const [tasks, occurrences] = [own.total ?? 0, patrols.total ?? 0]
  expect([tasks > 0, occurrences > 0]).toEqual([true, true])
  expect(willow?.asked).toEqual({ assignment: tasks, occurrence: occurrences, case: 0, notice: 0, again: 0 })
  expect(willow).toMatchObject({ items: tasks + occurrences, avoided: 0, before: 0 })
  expect(willow?.minutes).toBeGreaterThan(0)
  expect(willow?.by).toEqual([
    { unit: { id: house.seeded.units.county.id, name: '澄溪县', kind: 'county' }, items: tasks + occurrences },
  ])
})

test('the whole is the sum of its units', async () => {
  const { whole, units } = await house.as('officer').burden.get({ month: '2026-03' })
  expect(whole.items).toBe(units.reduce((sum, { items }) => sum + items, 0))
})

test('what came back is asked again, and told so', async () => {
  const unit = house.as('willowUnit')
  const [task] = (await unit.assignments.list({ mine: true })).items
  if (!task) throw new Error('The plan gives every community a task.')
  const { version } = await unit.assignments.submit({
    ...{ id: task.id, version: task.version, note: '已登记' },
    evidenceIds: [await filed()],
  })
  await house.as('officer').assignments.return({ id: task.id, version, reason: '缺三号楼' })
  expect((await of('officer', 'willow'))?.asked.again).toBe(1)
})

const filed = async (): Promise<string> => {
  const { id } = await house.as('willowUnit').evidence.finish({
    ...{
      id: randomUUID(),
      unitId: house.seeded.units.willow.id,
      uploadId: null,
      text: '台账',
      name: '台账',
      serves: [],
    },
  })
  return id
}

test('one paper that serves twice is one request that was not made', async () => {
  const before = (await of('officer', 'willow'))?.avoided ?? 0
  const tasks = (await house.as('willowUnit').assignments.list({ mine: true })).items
  const id = await filed()
  for (const task of tasks.slice(0, 2))
    await house.as('willowUnit').evidence.serve({ id, subject: { kind: 'assignment', id: task.id } })
  expect((await of('officer', 'willow'))?.avoided).toBe(before + 1)
})

test('the month before stands beside, and an earlier month is empty', async () => {
  const april = await of('officer', 'willow', '2026-04')
  expect(april?.before).toBe((await of('officer', 'willow'))?.items)
  expect((await house.as('officer').burden.get({ month: '2025-12' })).units).toEqual([])
})

test('a unit sees its own, another street not', async () => {
  const { units } = await house.as('willowUnit').burden.get({ month: '2026-03' })
  expect(units.map(({ unit }) => unit.name)).toEqual(['柳荫社区'])
  expect(await of('westOfficer', 'willow')).toBeUndefined()
  await expect(house.as('willowWorker').burden.get({ month: '2026-03' })).rejects.toMatchObject({ code: 'not-allowed' })
})
