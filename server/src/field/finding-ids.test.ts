import type { EntryWritten, Receipt } from '@luoshi/contract/field'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { opened } from '../cases/cases.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import type { PersonName } from '../seed.testing.ts'
import { at, deliver, type Field, furnishField, phoneA, seen, uuid, visitEntry, visitOf } from './field.testing.ts'

let house: TestHouse
let field: Field
beforeAll(async () => {
  house = await openHouse()
  field = await furnishField(house)
})
afterAll(() => house.close())

type Finding = Extract<EntryWritten, { kind: 'finding' }>['finding']

const finding = (id: string, text: string, more: Partial<Finding> = {}): EntryWritten => ({
  ...{ id: house.house.ids.next(), deviceId: phoneA, writtenAt: at(5), kind: 'finding' },
  finding: {
    ...{ id, text, categoryId: null, severity: null, pointId: null, place: '东门外', position: null },
    ...{ unitId: null, foundAt: at(5), photos: [], ...more },
  },
})

const tell = async (entry: EntryWritten, who: PersonName): Promise<Receipt | undefined> =>
  (await deliver(house, [entry], who))[0]

const awaited = (evidenceId: string) =>
  house.house.db.selectFrom('photos_awaited').where('evidence_id', '=', evidenceId).select('subject_id').execute()

const isKept = { outcome: 'kept', problem: { code: 'finding-misnamed' } } as const

test('a finding under the id of a case that is somebody else’s is kept whole, and its photo shows nothing there', async () => {
  const theirs = await opened(house, { title: '柳荫的问题' })
  const photo = uuid(4, 1)
  const mine = finding(theirs.id, '小丘的井盖松动', { unitId: house.seeded.units.hill.id, photos: [photo] })
  expect(await tell(mine, 'hillWorker')).toMatchObject(isKept)
  expect(await awaited(photo)).toEqual([])
  const { items } = await house.as('hillWorker').field.kept({ mine: true })
  expect(items).toMatchObject([{ id: mine.id, content: mine }])
  const { title, events } = await house.as('officer').cases.get({ id: theirs.id })
  expect([title, events.length]).toEqual(['柳荫的问题', theirs.events.length])
})

test('so is one under the id of what somebody saw, or of a step of somebody’s case', async () => {
  const [point = ''] = await field.pointsOf('willow')
  const visit = visitOf(house, field, point, {
    finishedAt: at(9),
    observations: field.criteria.map(id => seen(id, 'fails', 5)),
  })
  await deliver(house, [visitEntry(house, visit)])
  const { observations } = await house.as('inspector').visits.get({ id: visit.id })
  const theirs = await opened(house)
  for (const id of [observations[0]?.id, theirs.events.at(-1)?.id])
    expect(await tell(finding(id ?? '', '另一件事'), 'hillWorker')).toMatchObject(isKept)
})

test('of two findings of one person under one id neither is lost, and the same one told again is told once', async () => {
  const id = uuid(4, 2)
  expect(await tell(finding(id, '路灯不亮'), 'hillWorker')).toMatchObject({ outcome: 'accepted' })
  expect(await tell(finding(id, '路灯不亮'), 'hillWorker')).toMatchObject({ outcome: 'accepted' })
  expect(await tell(finding(id, '树枝压线'), 'hillWorker')).toMatchObject(isKept)
  const { text, events } = await house.as('hillWorker').cases.get({ id })
  expect([text, events.length]).toEqual(['路灯不亮', 1])
})

test('two people who claim one id at once: one has it, and the other’s words are kept', async () => {
  const id = uuid(4, 3)
  const outcomes = await Promise.all([
    tell(finding(id, '积水'), 'hillWorker'),
    tell(finding(id, '占道'), 'ferryWorker'),
  ])
  expect(outcomes.map(receipt => receipt?.outcome).sort()).toEqual(['accepted', 'kept'])
})
