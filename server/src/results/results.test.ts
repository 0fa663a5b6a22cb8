import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, deliver, type Field, furnishField, seen, visitEntry, visitOf } from '../field/field.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import type { PersonName } from '../seed.testing.ts'

let house: TestHouse
let field: Field
beforeAll(async () => {
  house = await openHouse()
  field = await furnishField(house)
  const [one, two] = await field.pointsOf('willow')
  const [three] = await field.pointsOf('pond')
  await look(one, ['conforms', 'conforms'])
  await look(two, ['fails', 'conforms'])
  await look(three, ['conforms', 'not-applicable'])
})
afterAll(() => house.close())

const look = (pointId = '', grades: readonly ['conforms' | 'fails', 'conforms' | 'not-applicable']) =>
  deliver(house, [
    visitEntry(
      house,
      visitOf(house, field, pointId, {
        finishedAt: at(9),
        observations: grades.map((grade, place) => seen(field.criteria[place] ?? '', grade, place)),
      }),
    ),
  ])

const ask = { days: 30, target: 60 }

const shares = async (who: PersonName, by: 'type' | 'unit' | 'criterion', more: object = {}) => {
  const { rows } = await house.as(who).results.conforming({ ...ask, by, pointType: '居民小区', ...more })
  return Object.fromEntries(rows.map(({ name, numerator, denominator }) => [name, [numerator, denominator]]))
}

test('a share is of the points that were seen, by type and by unit', async () => {
  expect(await shares('officer', 'type')).toEqual({ 居民小区: [2, 3] })
  expect(await shares('officer', 'unit')).toEqual({ 柳荫社区: [1, 2], 荷塘社区: [1, 1] })
})

test('of a criterion only what applied counts', async () => {
  const rows = Object.values(await shares('officer', 'criterion'))
  expect(rows).toHaveLength(2)
  expect(rows).toEqual(
    expect.arrayContaining([
      [2, 3],
      [2, 2],
    ]),
  )
})

test('every share carries its doubt, and a few points are fragile at best', async () => {
  const { whole } = await house.as('officer').results.conforming({ ...ask, by: 'type' })
  expect(whole).toMatchObject({ numerator: 2, denominator: 3, status: 'fragile' })
  expect(whole.interval?.low).toBeLessThan(60)
  expect(whole.interval?.high).toBeGreaterThan(66)
})

test('a unit sees its own points, another street none of them', async () => {
  expect(await shares('willowUnit', 'unit')).toEqual({ 柳荫社区: [1, 2] })
  expect(await shares('westOfficer', 'unit')).toEqual({})
  expect(await shares('officer', 'unit', { unitId: house.seeded.units.pond.id })).toEqual({ 荷塘社区: [1, 1] })
})

test('what lies before the present stretch is told as before, and leaves the present unknown', async () => {
  house.setClock('2026-04-20T09:00:00+08:00')
  const { whole, from, to } = await house.as('officer').results.conforming({ ...ask, by: 'type' })
  expect([from, to]).toEqual(['2026-03-22', '2026-04-20'])
  expect(whole).toMatchObject({ numerator: 0, denominator: 0, value: null, status: 'unknown' })
  expect(whole.before[0]).toEqual({ numerator: 2, denominator: 3 })
  house.setClock(at(60))
})

test('criteria are asked for of one type of point', async () => {
  await expect(house.as('officer').results.conforming({ ...ask, by: 'criterion' })).rejects.toMatchObject({
    code: 'input-invalid',
  })
})

test('no figure gives away an unannounced round before it is over', async () => {
  const { db } = house.house
  const { revealed_at } = await db
    .selectFrom('rounds')
    .where('id', '=', field.round.id)
    .select('revealed_at')
    .executeTakeFirstOrThrow()
  const become = (round: { readonly kind: string; readonly revealed_at: Date | null }) =>
    db.updateTable('rounds').set(round).where('id', '=', field.round.id).execute()
  await become({ kind: 'unannounced', revealed_at: null })
  expect(await shares('willowUnit', 'unit')).toEqual({})
  expect(await shares('officer', 'unit')).toEqual({})
  await become({ kind: 'open', revealed_at })
  expect(await shares('willowUnit', 'unit')).toEqual({ 柳荫社区: [1, 2] })
})

test('cases count by the moment that decides: closed of those found, mended in time of those due', async () => {
  const rate = async (measure: 'on-time' | 'first-pass' | 'closed') =>
    (await house.as('officer').results.cases({ ...ask, measure, by: 'unit' })).whole
  expect(await rate('closed')).toMatchObject({ numerator: 0, denominator: 1, status: 'unmet' })
  expect(await rate('on-time')).toMatchObject({ denominator: 0, status: 'unknown' })
  await house.house.db
    .updateTable('cases')
    .set({ state: 'closed', due_at: at(50), submitted_at: at(40), rechecked_at: at(45), returned: 1 })
    .execute()
  expect(await rate('closed')).toMatchObject({ numerator: 1, denominator: 1 })
  expect(await rate('on-time')).toMatchObject({ numerator: 1, denominator: 1 })
  expect(await rate('first-pass')).toMatchObject({ numerator: 0, denominator: 1 })
})
