import { afterAll, beforeAll, expect, test } from 'vitest'
import { categoryIn, found, opened, submitted } from '../cases/cases.testing.ts'
import { escalateCases } from '../cases/escalate-cases.ts'
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

test('what rises is told to the unit whose level it rose to, and to whoever runs it', async () => {
  const { willow, pond, east, county } = house.seeded.units
  const grid = house.house.ids.next()
  await house.as('administrator').units.create({ id: grid, parentId: willow.id, kind: 'grid', name: '第三网格' })
  house.setClock('2026-04-02T09:00:00+08:00')
  const categoryId = await categoryIn(house, 'E01')
  await found(house, { id: house.house.ids.next(), title: '窨井盖破损', categoryId, unitId: grid })
  const risen = ['risen', '窨井盖破损']
  house.setClock('2026-04-11T10:00:00+08:00')
  await escalateCases(house.house, { tenantId: house.seeded.tenantId })
  expect(await told([willow.id], [])).toContainEqual(risen)
  expect(await told([], [county.path])).toContainEqual(risen)
  expect(await told([pond.id, east.id], [east.path])).not.toContainEqual(risen)
  expect((await house.as('willowUnit').today.get()).cases.map(({ kind }) => kind)).toContain('escalated')
  house.setClock('2026-04-18T10:00:00+08:00')
  await escalateCases(house.house, { tenantId: house.seeded.tenantId })
  expect(await told([], [east.path])).toContainEqual(risen)
  expect(await told([willow.id], [])).not.toContainEqual(risen)
  expect((await house.as('eastOfficer').today.get()).cases.map(({ kind }) => kind)).toContain('escalated')
})
