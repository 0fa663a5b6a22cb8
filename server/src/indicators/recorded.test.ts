import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, deliver, type Field, furnishField, seen, visitEntry, visitOf } from '../field/field.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { readyPlan } from '../plans/plan.testing.ts'

let house: TestHouse
let field: Field
let programmeId: string
let indicatorId: string

beforeAll(async () => {
  house = await openHouse()
  const { planId } = await readyPlan(house)
  await house.as('officer').plans.publish({ id: planId })
  await house.runJobs()
  programmeId = (await house.as('officer').programmes.list({})).items[0]?.id ?? ''
  indicatorId = (await read()).find(({ unit }) => unit === '%')?.id ?? ''
  field = await furnishField(house)
  const points = [...(await field.pointsOf('willow')), ...(await field.pointsOf('pond'))]
  for (const [place, pointId] of points.entries())
    await deliver(house, [
      visitEntry(
        house,
        visitOf(house, field, pointId, {
          finishedAt: at(9),
          observations: field.criteria.map(id => seen(id, place === 0 ? 'fails' : 'conforms', 2)),
        }),
      ),
    ])
})
afterAll(() => house.close())

const read = () => house.as('officer').indicators.list({ id: programmeId })
const one = async () => (await read()).find(({ id }) => id === indicatorId)

test('an indicator that is read from the record has its number from the visits, with its sample', async () => {
  const source = { measure: 'conforming', pointType: '居民小区' } as const
  const indicator = await house.as('officer').indicators.source({ id: indicatorId, source })
  expect(indicator.recorded).toEqual([{ on: '2026-03-02', numerator: 5, denominator: 6 }])
  expect(indicator).toMatchObject({ source: { measure: 'conforming', windowDays: 30 }, status: 'unmet' })
  expect(indicator.interval?.low).toBeLessThan(83)
})

test('of one criterion only that counts, and a type without points says nothing', async () => {
  const [criterionId = ''] = field.criteria
  const office = house.as('officer')
  const ofOne = await office.indicators.source({ id: indicatorId, source: { measure: 'conforming', criterionId } })
  expect(ofOne.recorded).toEqual([{ on: '2026-03-02', numerator: 5, denominator: 6 }])
  const ofNone = await office.indicators.source({
    id: indicatorId,
    source: { measure: 'conforming', pointType: '农贸市场' },
  })
  expect(ofNone).toMatchObject({ recorded: [], status: 'unknown', interval: null })
})

test('a reading loses its validity with its window, and what was before tells whether it is steady', async () => {
  await house.as('officer').indicators.source({ id: indicatorId, source: { measure: 'conforming', windowDays: 7 } })
  house.setClock('2026-03-12T09:00:00+08:00')
  expect(await one()).toMatchObject({
    status: 'unknown',
    recorded: [{ on: '2026-03-05', numerator: 5, denominator: 6 }],
  })
  house.setClock(at(60))
})

test('cases give their rates too', async () => {
  const indicator = await house.as('officer').indicators.source({ id: indicatorId, source: { measure: 'closed' } })
  expect(indicator.recorded).toEqual([{ on: '2026-03-02', numerator: 0, denominator: 2 }])
})

test('by hand again, what was read by hand before is there', async () => {
  const office = house.as('officer')
  await office.indicators.measure({ id: indicatorId, on: '2026-03-02', value: 97 })
  expect((await one())?.status).toBe('unmet')
  const byHand = await office.indicators.source({ id: indicatorId, source: null })
  expect(byHand).toMatchObject({ source: null, recorded: [], status: 'met' })
})

test('what was read by hand more than a year ago is kept and says nothing of today', async () => {
  house.setClock('2027-03-02T10:00:00+08:00')
  expect((await one())?.status).toBe('met')
  house.setClock('2027-03-03T10:00:00+08:00')
  expect(await one()).toMatchObject({ status: 'unknown', measurements: [{ on: '2026-03-02', value: 97 }] })
  house.setClock('2026-03-02T10:00:00+08:00')
})

test('only a share is read from the record, and only by the office that runs the programme', async () => {
  const { db } = house.house
  const inUnit = (unit: string) => db.updateTable('indicators').set({ unit }).where('id', '=', indicatorId).execute()
  const source = { measure: 'closed' } as const
  await inUnit('处')
  await expect(house.as('officer').indicators.source({ id: indicatorId, source })).rejects.toMatchObject({
    code: 'input-invalid',
  })
  await inUnit('%')
  await expect(house.as('willowUnit').indicators.source({ id: indicatorId, source })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})
