import type { EntryWritten } from '@luoshi/contract/field'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { opened } from '../cases/cases.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import type { PersonName } from '../seed.testing.ts'
import { at, deliver, type Field, furnishField, phoneA, seen, uuid, visitEntry, visitOf } from './field.testing.ts'

let house: TestHouse
let field: Field
let points: readonly string[]
beforeAll(async () => {
  house = await openHouse()
  field = await furnishField(house)
  points = [...(await field.pointsOf('willow')), ...(await field.pointsOf('pond'))]
})
afterAll(() => house.close())

const point = (n: number): string => points[n] ?? ''
const criterion = (n: number): string => field.criteria[n] ?? ''

const head = (minute = 0) => ({ id: house.house.ids.next(), deviceId: phoneA, writtenAt: at(minute) })

const finding = (
  text: string,
  more: Partial<Extract<EntryWritten, { kind: 'finding' }>['finding']> = {},
): EntryWritten => ({
  ...head(),
  kind: 'finding',
  finding: {
    id: house.house.ids.next(),
    text,
    categoryId: null,
    severity: null,
    pointId: null,
    place: '东门外',
    position: null,
    unitId: null,
    foundAt: at(5),
    photos: [],
    ...more,
  },
})

const step = (
  caseId: string,
  what: 'accept' | 'start' | 'submit',
  minute: number,
  photos: string[] = [],
): EntryWritten => ({
  ...head(minute),
  kind: 'case-step',
  step: { caseId, step: what, passed: null, note: '', doneAt: at(minute), photos },
})

/** A small picture, whole. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const sendPhoto = async (id: string, who: PersonName, unit: 'county' | 'willow') => {
  const client = house.as(who)
  const { createHash } = await import('node:crypto')
  const bytes = Buffer.concat([png, Buffer.from(id)])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await client.evidence.start({ id, name: '照片.png', bytes: bytes.length, mediaType: 'image/png', sha256 })
  const put = await fetch(`${house.url}/api/v1/uploads/${id}?offset=0`, {
    method: 'PUT',
    headers: { cookie: house.cookieOf(who), 'content-type': 'application/octet-stream', origin: house.url },
    body: bytes,
  })
  expect(put.status).toBe(200)
  return client.evidence.finish({
    ...{ id, unitId: house.seeded.units[unit].id, uploadId: id, text: null, name: '照片.png', serves: [] },
    takenAt: at(3),
  })
}

describe('a delivery', () => {
  test('takes each entry once, however often it is sent', async () => {
    const entry = visitEntry(house, visitOf(house, field, point(0)))
    expect(await deliver(house, [entry, entry])).toMatchObject([{ id: entry.id, outcome: 'accepted' }])
    expect(await deliver(house, [entry])).toMatchObject([{ outcome: 'already' }])
    const twice = visitEntry(house, visitOf(house, field, point(1)))
    const replies = await Promise.all([deliver(house, [twice]), deliver(house, [twice])])
    expect(
      replies
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['accepted', 'already'])
  })

  test('of another person who signed in on the phone is not taken', async () => {
    const entry = visitEntry(house, visitOf(house, field, point(2)))
    const { people } = house.seeded
    const sent = house
      .as('pondWorker')
      .field.deliver({ clockErrorMs: 0, personId: people.inspector.id, entries: [entry] })
    await expect(sent).rejects.toMatchObject({ code: 'not-signed-in' })
    expect(await deliver(house, [entry])).toMatchObject([{ outcome: 'accepted' }])
    await expect(deliver(house, [entry], 'pondWorker')).rejects.toMatchObject({ code: 'already-exists' })
  })

  test('keeps what meets a Problem, with the reason, and takes the rest', async () => {
    const good = visitEntry(house, visitOf(house, field, point(3)))
    const bad = visitEntry(house, visitOf(house, field, uuid(8, 8)))
    const receipts = await deliver(house, [bad, good])
    expect(receipts).toMatchObject([
      { id: bad.id, outcome: 'kept', problem: { code: 'not-found' } },
      { id: good.id, outcome: 'accepted' },
    ])
    expect(await deliver(house, [bad])).toMatchObject([{ outcome: 'kept', problem: { code: 'not-found' } }])
    const { items, total } = await house.as('inspector').field.kept({ mine: true })
    expect({ total, items }).toMatchObject({ total: 1, items: [{ id: bad.id, content: bad, actions: [] }] })
  })

  test('remembers when it was written by the right clock', async () => {
    const entry = { ...visitEntry(house, visitOf(house, field, point(4))), writtenAt: '2026-03-05T09:30:00+08:00' }
    await house.as('inspector').field.deliver({ clockErrorMs: 3 * 86_400_000, entries: [entry] })
    const { db } = house.house
    const row = await db.selectFrom('deliveries').where('id', '=', entry.id).selectAll().executeTakeFirstOrThrow()
    expect(row.written_at.toISOString()).toBe('2026-03-02T01:30:00.000Z')
  })
})

describe('what was kept', () => {
  test('is seen by the office of whoever wrote it, and by no other', async () => {
    const bad = visitEntry(house, visitOf(house, { round: null, versionId: field.versionId }, point(5)))
    expect(await deliver(house, [bad], 'hillWorker')).toMatchObject([{ outcome: 'kept' }])
    const ids = async (who: PersonName) => (await house.as(who).field.kept({})).items.map(({ id }) => id)
    expect(await ids('westOfficer')).toContain(bad.id)
    expect(await ids('officer')).toContain(bad.id)
    expect(await ids('eastOfficer')).not.toContain(bad.id)
    await expect(house.as('willowUnit').field.kept({})).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('is taken after all when the writer may, and put aside with a reason when not', async () => {
    const officer = house.as('officer').field
    const { items } = await officer.kept({})
    const patrol = items.find(({ person }) => person.id === house.seeded.people.hillWorker.id)
    const id = patrol?.id ?? ''
    expect(await officer.settle({ id, how: 'retry', note: '' })).toMatchObject({ outcome: 'kept' })
    await house.as('administrator').people.seat({
      ...{ id: house.seeded.people.hillWorker.id, unitId: house.seeded.units.pond.id, role: 'worker' },
    })
    expect(await officer.settle({ id, how: 'retry', note: '' })).toMatchObject({ outcome: 'already' })
    expect((await officer.kept({})).items.map(one => one.id)).not.toContain(id)
    const [other] = (await officer.kept({})).items
    const aside = { id: other?.id ?? '', how: 'aside' as const }
    await expect(officer.settle({ ...aside, note: '' })).rejects.toMatchObject({ code: 'reason-required' })
    await expect(house.as('eastOfficer').field.settle({ ...aside, note: '重复' })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await officer.settle({ ...aside, note: '点位已撤销' })).toMatchObject({ outcome: 'already' })
    await expect(officer.settle({ ...aside, note: '点位已撤销' })).rejects.toMatchObject({ code: 'state-forbids' })
    expect(await officer.kept({})).toMatchObject({ total: 0, items: [] })
  })
})

describe('from the field', () => {
  test('a finding becomes a case of the unit that is known, or of the office', async () => {
    const known = finding('井盖松动', { pointId: point(0) })
    const unknown = finding('路口堆土')
    await deliver(house, [known, unknown])
    const { items } = await house.as('officer').cases.list({ limit: 50 })
    expect(items.find(({ title }) => title === '井盖松动')).toMatchObject({
      state: 'assigned',
      unit: { id: house.seeded.units.willow.id },
      origin: 'patrol',
    })
    expect(items.find(({ title }) => title === '路口堆土')).toMatchObject({ state: 'found' })
  })

  test('steps of a case that arrive in the wrong order end where they would in the right one', async () => {
    const one = await opened(house, { title: '车棚漏雨' })
    const steps = [
      step(one.id, 'accept', 10),
      step(one.id, 'start', 11),
      step(one.id, 'submit', 12, [house.house.ids.next()]),
    ]
    const looked: EntryWritten = {
      ...head(20),
      kind: 'case-step',
      step: { caseId: one.id, step: 'recheck', passed: true, note: '', doneAt: at(20), photos: [] },
    }
    expect(await deliver(house, [looked])).toMatchObject([{ outcome: 'kept', problem: { code: 'state-forbids' } }])
    for (const next of steps.toReversed())
      expect(await deliver(house, [next], 'willowWorker')).toMatchObject([{ outcome: 'accepted' }])
    expect(await house.as('officer').cases.get({ id: one.id })).toMatchObject({ state: 'rechecked' })
    expect(await deliver(house, [looked])).toMatchObject([{ outcome: 'already' }])
  })

  test('a photo shows what it was taken of, whether it comes before its words or after', async () => {
    const [early, late, dropped] = [house.house.ids.next(), house.house.ids.next(), house.house.ids.next()]
    const photos = [early, late, dropped]
    const filed = await sendPhoto(early, 'inspector', 'county')
    expect(filed.unit.id).toBe(house.seeded.units.county.id)
    const visit = visitOf(house, field, point(5), { observations: [seen(criterion(0), 'mostly', 2, { photos })] })
    await deliver(house, [visitEntry(house, visit)])
    const back = seen(criterion(0), 'mostly', 3, { photos: [], photosDropped: [dropped] })
    await deliver(house, [visitEntry(house, { ...visit, observations: [back] })])
    await sendPhoto(late, 'inspector', 'county')
    await sendPhoto(dropped, 'inspector', 'county')
    const { observations } = await house.as('pondUnit').visits.get({ id: visit.id })
    expect(observations[0]?.photos.map(({ id }) => id).sort()).toEqual([early, late].sort())
    const file = await fetch(`${house.url}/api/v1/evidence/${late}/file`, {
      headers: { cookie: house.cookieOf('pondUnit') },
    })
    expect(file.status).toBe(200)
  })

  test('nobody shows the photo of somebody else by its id', async () => {
    const photo = house.house.ids.next()
    await sendPhoto(photo, 'willowWorker', 'willow')
    await deliver(house, [finding('借来的照片', { pointId: point(0), photos: [photo] })])
    const { items } = await house.as('officer').cases.list({ limit: 50, q: '借来' })
    expect((await house.as('officer').cases.get({ id: items[0]?.id ?? '' })).before).toEqual([])
  })
})

test('a phone carries what its owner is drawn for, with what was seen last and what is open', async () => {
  const carried = await house.as('inspector').field.carry({})
  expect(carried.rounds).toMatchObject([{ id: field.round.id, kind: 'open' }])
  expect(carried.rounds[0]?.points).toHaveLength(6)
  expect(new Set(carried.points.map(({ id }) => id))).toEqual(new Set(points))
  expect(carried.standards.map(({ versionId }) => versionId)).toContain(field.versionId)
  expect(carried.visits.length).toBeGreaterThan(3)
  const resumed = carried.visits.find(({ pointId }) => pointId === point(5))
  expect(resumed?.observations[0]).toMatchObject({ grade: 'mostly', photosDropped: [expect.any(String)] })

  await deliver(house, [
    visitEntry(
      house,
      visitOf(house, field, point(0), { finishedAt: at(9), observations: [seen(criterion(1), 'fails', 4)] }),
    ),
  ])
  const mended = await opened(house, { title: '雨棚破损' })
  await deliver(house, [step(mended.id, 'submit', 30, [house.house.ids.next()])], 'willowWorker')
  const worker = await house.as('willowWorker').field.carry({})
  expect(worker.rounds).toEqual([])
  expect(worker.points.map(({ unit }) => unit.name)).toEqual(expect.arrayContaining(['柳荫社区']))
  const there = worker.points.find(({ id }) => id === point(0))
  expect(there?.last).toMatchObject([{ criterionId: criterion(1), grade: 'fails' }])
  expect(there?.openCases.map(({ criterionId }) => criterionId)).toContain(criterion(1))
  expect(worker.cases.filter(({ next }) => next === 'mend').map(({ title }) => title)).toContain('井盖松动')
  expect(worker.standards).toHaveLength(1)
  expect((await house.as('inspector').field.carry({})).cases.map(({ next, title }) => [next, title])).toContainEqual([
    'recheck',
    '雨棚破损',
  ])
})
