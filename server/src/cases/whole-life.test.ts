import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { opened, submitted } from './cases.testing.ts'
import { escalateCases } from './escalate-cases.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('a case lives through lateness, a rise, a return and a recheck until somebody who did not mend it closes it', async () => {
  const { seeded } = house
  await house
    .as('administrator')
    .people.seat({ id: seeded.people.willowUnit.id, unitId: seeded.units.county.id, role: 'office' })
  house.setClock('2026-03-02T09:00:00+08:00')
  const one = await opened(house, { by: 'inspector', title: '三单元楼道堆物', unit: 'willow' })
  await house.as('willowWorker').cases.accept({ id: one.id, version: one.version })
  house.setClock('2026-03-05T17:31:00+08:00')
  expect((await house.as('officer').cases.get({ id: one.id })).light).toBe('red')
  house.setClock('2026-03-09T09:00:00+08:00')
  await escalateCases(house.house, { tenantId: seeded.tenantId })
  const risen = await house.as('eastOfficer').cases.get({ id: one.id })
  expect(risen).toMatchObject({ level: 'street', light: 'red' })
  const mended = await submitted(house, 'willowUnit', risen)
  const back = await house
    .as('inspector')
    .cases.recheck({ id: one.id, version: mended.version, passed: false, reason: '还有一处' })
  const again = await submitted(house, 'willowWorker', back)
  const looked = await house.as('inspector').cases.recheck({ id: one.id, version: again.version, passed: true })
  // She is of the office too, and has mended it: she closes it no more than she may look at it again.
  await expect(house.as('willowUnit').cases.close({ id: one.id, version: looked.version })).rejects.toMatchObject({
    code: 'own-rectification',
  })
  expect(looked.actions).not.toContain('case.close')
  const over = await house.as('officer').cases.close({ id: one.id, version: looked.version })
  expect(over).toMatchObject({ state: 'closed', returned: 1, level: 'street' })
  expect(over.events.map(({ kind }) => kind)).toEqual([
    ...['open', 'accept', 'escalate', 'submit', 'recheck', 'submit', 'recheck', 'close'],
  ])
  const { items } = await house.as('auditor').audit.list({ limit: 100 })
  const deeds = items.filter(({ subjectId }) => subjectId === one.id).map(({ action }) => action)
  expect(deeds).toEqual(expect.arrayContaining(['case.open', 'case.escalate', 'case.recheck', 'case.close']))
})
