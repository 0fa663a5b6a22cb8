import { afterAll, beforeAll, expect, test } from 'vitest'
import { closed, found } from '../cases/cases.testing.ts'
import { type Field, furnishField } from '../field/field.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'

let house: TestHouse
let field: Field
beforeAll(async () => {
  house = await openHouse()
  field = await furnishField(house)
})
afterAll(() => house.close())

/** What March had, asked in late April: the stretch before the present one. */
const march = async (measure: 'on-time' | 'first-pass') => {
  const { whole } = await house.as('officer').results.cases({ measure, by: 'unit', days: 30, target: 90 })
  return whole.before.map(({ numerator, denominator }) => [numerator, denominator])
}

test('what comes back changes nothing of the months past, and is judged anew', async () => {
  const [pointId = ''] = await field.pointsOf('willow')
  const place = { pointId, criterionId: field.criteria[0] ?? '' }
  house.setClock('2026-03-02T09:00:00+08:00')
  const { id } = await found(house, { id: house.house.ids.next(), ...place })
  const first = await house.as('officer').cases.get({ id })
  const sent = await house.as('willowWorker').cases.submit({ id, version: first.version, note: '已清理' })
  const back = await house
    .as('inspector')
    .cases.recheck({ id, version: sent.version, passed: false, reason: '二层还有' })
  await closed(house, back)

  house.setClock('2026-04-20T09:00:00+08:00')
  const told = { onTime: await march('on-time'), firstPass: await march('first-pass') }
  expect(told.onTime.at(0)).toEqual([1, 1])
  expect(told.firstPass.at(0)).toEqual([0, 1])
  await found(house, { id: house.house.ids.next(), ...place })
  const again = await house.as('officer').cases.get({ id })
  expect(again).toMatchObject({ state: 'assigned', relapses: 1, returned: 0 })
  expect({ onTime: await march('on-time'), firstPass: await march('first-pass') }).toEqual(told)

  await closed(house, again)
  const { whole } = await house.as('officer').results.cases({ measure: 'first-pass', by: 'unit', days: 30, target: 90 })
  expect([whole.numerator, whole.denominator]).toEqual([1, 1])
})
