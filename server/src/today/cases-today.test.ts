import { afterAll, beforeAll, expect, test } from 'vitest'
import { opened, submitted } from '../cases/cases.testing.ts'
import { escalateCases } from '../cases/escalate-cases.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import type { PersonName } from '../seed.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const told = async (who: PersonName) =>
  (await house.as(who).today.get()).cases.map(({ kind, case: { title } }) => [kind, title])

test('each is told of the cases that want something of them, and of no others', async () => {
  await opened(house, { title: '待派的', unit: null })
  await opened(house, { title: '待整改的' })
  const mended = await submitted(house, 'willowWorker', await opened(house, { title: '待复查的' }))
  const other = await submitted(house, 'willowWorker', await opened(house, { title: '待销号的' }))
  await house.as('inspector').cases.recheck({ id: other.id, version: other.version, passed: true })
  expect(await told('willowWorker')).toEqual([['mend', '待整改的']])
  expect(await told('inspector')).toEqual([['recheck', '待复查的']])
  expect((await told('officer')).toSorted()).toEqual(
    [
      ['assign', '待派的'],
      ['recheck', '待复查的'],
      ['close', '待销号的'],
    ].toSorted(),
  )
  // The county runs them: the street may look again, and assigns and closes nothing.
  expect(await told('eastOfficer')).toEqual([['recheck', '待复查的']])
  for (const who of ['pondWorker', 'leader', 'auditor', 'stranger'] as const) expect(await told(who)).toEqual([])
  expect((await house.as('officer').cases.get({ id: mended.id })).state).toBe('submitted')
})

test('what was listed is on the leader’s page, what rose on that of the office it rose to', async () => {
  const one = await opened(house, { title: '久拖不决的' })
  await house.as('leader').cases.listing({ id: one.id, version: one.version })
  expect(await told('leader')).toEqual([['listed', '久拖不决的']])
  house.setClock('2026-03-09T10:00:00+08:00')
  await escalateCases(house.house, { tenantId: house.seeded.tenantId })
  expect(await told('eastOfficer')).toContainEqual(['escalated', '久拖不决的'])
  expect(await told('westOfficer')).toEqual([])
  expect(await told('officer')).not.toContainEqual(['escalated', '久拖不决的'])
  house.setClock('2026-03-17T10:00:00+08:00')
  await escalateCases(house.house, { tenantId: house.seeded.tenantId })
  expect(await told('officer')).toContainEqual(['escalated', '久拖不决的'])
  expect(await told('eastOfficer')).not.toContainEqual(['escalated', '久拖不决的'])
})

test('a list that ends after its first lines says how many there are in all', async () => {
  const before = (await house.as('officer').today.get()).counts.cases
  for (let n = 0; n < 25; n += 1) await opened(house, { title: `第${n}件待派的`, unit: null })
  const { cases, counts } = await house.as('officer').today.get()
  expect(cases.filter(({ kind }) => kind === 'assign')).toHaveLength(20)
  expect(counts.cases).toBe(before + 25)
})

test('what the county is to close does not crowd a street’s own cases out of its day', async () => {
  const toClose = async (title: string, office: 'county' | 'east') => {
    const by = office === 'east' ? 'eastOfficer' : 'officer'
    const mended = await submitted(house, 'willowWorker', await opened(house, { title, office, by }))
    return house.as('inspector').cases.recheck({ id: mended.id, version: mended.version, passed: true })
  }
  for (let n = 0; n < 21; n += 1) await toClose('县里办的', 'county')
  const own = await toClose('街道办的', 'east')
  const { cases, counts } = await house.as('eastOfficer').today.get()
  expect(cases.filter(({ kind }) => kind === 'close').map(({ case: { id } }) => id)).toEqual([own.id])
  expect(counts.cases).toBe(cases.length)
})
