import { afterAll, beforeAll, expect, test } from 'vitest'
import { opened, submitted } from '../cases/cases.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { asSystem } from '../jobs/as-system.ts'
import { thingsFor } from './things.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const told = (workUnits: readonly string[], officePaths: readonly string[]) =>
  asSystem(house.house, house.seeded.tenantId, async context =>
    (await thingsFor(context, { personId: null, unitId: null, channels: [], workUnits, officePaths })).map(
      ({ kind, text }) => [kind, text],
    ),
  )

test('a unit is told of its new and late cases and of a notice until it is acknowledged; the office of what to look at again', async () => {
  const { willow, county } = house.seeded.units
  const one = await opened(house, { title: '新交办的' })
  const other = await opened(house, { title: '已整改的' })
  await submitted(house, 'willowWorker', other)
  const notice = await house
    .as('officer')
    .cases.issueNotice({ unitId: willow.id, caseIds: [one.id], dueOn: '2026-03-04' })
  expect((await told([willow.id], [])).toSorted()).toEqual(
    [
      ['assigned', '新交办的'],
      ['notice', notice.number],
    ].toSorted(),
  )
  expect(await told([], [county.path])).toEqual([['submitted', '已整改的']])
  await house.as('willowUnit').cases.acknowledgeNotice({ id: notice.id })
  expect(await told([willow.id], [])).toEqual([])
  house.setClock('2026-03-05T09:00:00+08:00')
  expect(await told([willow.id], [])).toEqual([['late', '新交办的']])
})
