import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { at, casesOpen, deliver, type Field, furnishField, seen, visitEntry, visitOf } from '../field/field.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { key } from '../rounds/rounds.testing.ts'
import { tellInspected } from './tell-inspected.ts'

let house: TestHouse
let field: Field
let points: readonly string[]
beforeEach(async () => {
  house = await openHouse()
  field = await furnishField(house, 'unannounced')
  points = await field.pointsOf('willow')
  // The second criterion is critical: 一票否决.
  await house.house.db
    .updateTable('criteria')
    .set({ critical: true })
    .where('id', '=', field.criteria[1] ?? '')
    .execute()
})
afterEach(() => house.close())

type Grade = 'conforms' | 'fails'

/** What the inspector says of the two criteria at a point, at a minute. */
const inspected = (place: number, grades: readonly [Grade, Grade], minute: number, photos: readonly string[] = []) =>
  deliver(house, [
    visitEntry(
      house,
      visitOf(house, field, points[place] ?? '', {
        finishedAt: at(9),
        observations: grades.map((grade, index) =>
          seen(field.criteria[index] ?? '', grade, minute, index === 0 ? { photos: [...photos] } : {}),
        ),
      }),
    ),
  ])

const states = async () =>
  (await casesOpen(house)).map(({ criterion_id, state, unit_id }) => [criterion_id, state, unit_id])

const roundNow = () => house.as('officer').rounds.get({ id: field.round.id })

const tell = () => tellInspected(house.house, { tenantId: house.seeded.tenantId, subjectId: field.round.id })

const ending = { end: 'end', cancel: 'cancel' } as const

describe.each(Object.values(ending))('what an unannounced round found, when it comes to its %s', how => {
  const over = async () => {
    const { rounds } = house.as('officer')
    const now = key(await roundNow())
    await (how === 'end' ? rounds.end(now) : rounds.cancel({ ...now, reason: '另行安排' }))
    expect(await house.runJobs()).toContain('tell-inspected')
  }

  test('reaches its unit with its photos and its whole life, once', async () => {
    const photo = house.house.ids.next()
    expect(await inspected(0, ['fails', 'conforms'], 3, [photo])).toMatchObject([{ outcome: 'accepted' }])
    expect(await states()).toEqual([])
    await over()
    const { willow } = house.seeded.units
    expect(await states()).toEqual([[field.criteria[0], 'assigned', willow.id]])
    const unit = house.as('willowUnit')
    const [visit] = (await unit.visits.list({ limit: 50 })).items
    const [row] = (await unit.cases.list({ limit: 50 })).items
    const one = await unit.cases.get({ id: row?.id ?? '' })
    expect(one).toMatchObject({ origin: 'visit', visitId: visit?.id, foundBy: { name: '杜察' }, foundAt: at(3) })
    expect(one.assignedAt).toBe(at(60))
    expect(one.events.map(({ kind, who, at: moment }) => [kind, who?.name, moment])).toEqual([['open', '杜察', at(3)]])
    const awaited = await house.house.db.selectFrom('photos_awaited').select(['evidence_id', 'unit_id']).execute()
    expect(awaited).toEqual([{ evidence_id: photo, unit_id: willow.id }])

    await tell()
    expect(await states()).toHaveLength(1)
    await house.as('officer').cases.dismiss({ id: one.id, version: one.version, reason: '属于施工围挡' })
    await tell()
    expect(await states()).toEqual([])
  })

  test('counts in the shares from then on', async () => {
    const counted = async () =>
      (await house.as('willowUnit').results.conforming({ by: 'unit', days: 30, target: 60 })).whole.denominator
    await inspected(0, ['fails', 'conforms'], 3)
    expect(await counted()).toBe(0)
    await over()
    expect(await counted()).toBe(1)
  })
})

test('what was taken back before the round was over is told to nobody', async () => {
  await inspected(0, ['fails', 'conforms'], 3)
  await inspected(0, ['conforms', 'conforms'], 4)
  await house.as('officer').rounds.end(key(await roundNow()))
  await house.runJobs()
  expect(await states()).toEqual([])
})

test('what was handed over and taken back is struck off while nobody has begun, without a word of who went there', async () => {
  await inspected(0, ['conforms', 'fails'], 3)
  const [one] = (await house.as('willowUnit').cases.list({ limit: 50 })).items
  expect(one).toMatchObject({ origin: 'hand', state: 'assigned' })
  await inspected(0, ['conforms', 'conforms'], 4)
  const after = await house.as('willowUnit').cases.get({ id: one?.id ?? '' })
  expect(after).toMatchObject({ state: 'dismissed', foundBy: null })
  expect(after.events.map(({ kind, who, note }) => [kind, who, note])).toEqual([
    ['open', null, null],
    ['dismiss', null, '经核实，并非不符合。'],
  ])
  // It fails after all: handed over anew, and told of when the round is over.
  await inspected(0, ['conforms', 'fails'], 5)
  expect(await states()).toEqual([[field.criteria[1], 'assigned', house.seeded.units.willow.id]])
  await house.as('officer').rounds.end(key(await roundNow()))
  await house.runJobs()
  expect(await states()).toHaveLength(1)
})

test('delivered again, what was handed over is not handed over again', async () => {
  for (const minute of [3, 4]) await inspected(0, ['conforms', 'fails'], minute)
  expect(await states()).toHaveLength(1)
  const [visit] = (await house.as('officer').visits.list({ limit: 50 })).items
  const { observations } = await house.as('officer').visits.get({ id: visit?.id ?? '' })
  const [one] = (await house.as('willowUnit').cases.list({ limit: 50 })).items
  // Its office sees in the visit what became of it.
  expect(observations.map(({ grade, caseId }) => [grade, caseId])).toEqual(
    expect.arrayContaining([
      ['fails', one?.id],
      ['conforms', null],
    ]),
  )
})

test('the audit of what was handed over names nobody to the auditor of the unit', async () => {
  const { people, units } = house.seeded
  await house.as('administrator').people.seat({ id: people.willowUnit.id, unitId: units.willow.id, role: 'auditor' })
  await inspected(0, ['fails', 'fails'], 3)
  const entries = async () => (await house.as('willowUnit').audit.list({ action: 'case' })).items
  expect((await entries()).map(({ who, action, content }) => [who, action, content])).toEqual([
    [null, 'case.open', { event: 'open', origin: 'hand' }],
  ])
  expect((await house.as('willowUnit').audit.list({ action: 'visit' })).items).toEqual([])
  await house.as('officer').rounds.end(key(await roundNow()))
  await house.runJobs()
  expect(await entries()).toHaveLength(3)
})

test('what is delivered while the round ends is told, whichever comes first', async () => {
  const version = (await roundNow()).version
  await Promise.all([
    ...points.map((_, place) => inspected(place, ['fails', 'conforms'], 3)),
    house.as('officer').rounds.end({ id: field.round.id, version }),
  ])
  await house.runJobs()
  expect(await states()).toHaveLength(points.length)
})

test('a round of which nothing is known is told of to nobody', async () => {
  await tellInspected(house.house, { tenantId: house.seeded.tenantId, subjectId: randomUUID() })
  expect(await states()).toEqual([])
})
