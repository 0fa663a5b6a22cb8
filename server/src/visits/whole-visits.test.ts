import type { RoundDetail } from '@luoshi/contract/rounds'
import type { Criterion } from '@luoshi/contract/standards'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  at,
  casesOpen,
  deliver,
  type Field,
  furnishField,
  heldTo,
  seen,
  uuid,
  type VisitState,
  visitEntry,
  visitOf,
} from '../field/field.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { roundAt } from '../rounds/rounds.testing.ts'

let house: TestHouse
let field: Field
let round: RoundDetail
let points: readonly string[]
beforeAll(async () => {
  house = await openHouse()
  await furnishField(house)
  round = await strictRound()
  field = { round, ...(await heldTo(house)) }
  const { versionId } = await versionOf(round)
  const criteria = await house.house.db
    .selectFrom('criteria')
    .where('version_id', '=', versionId)
    .orderBy('ordinal')
    .select('id')
    .execute()
  field = { ...field, versionId, criteria: criteria.map(({ id }) => id) }
  points = round.drawn.map(({ point }) => point.id)
  house.setClock(at(120))
})
afterAll(() => house.close())

/** A round held to a standard that knows an exception of its first criterion and asks for a photo of its second. */
const strictRound = async (): Promise<RoundDetail> => {
  const officer = house.as('officer')
  const { items } = await officer.standards.list({ limit: 10 })
  const { id, title, pointType } = items[0] ?? { id: '', title: '', pointType: '' }
  const { content } = await officer.standards.get({ id })
  const strict = content.map(
    ({ sentence: _, ...criterion }, n): Criterion =>
      n === 0 ? { ...criterion, exceptions: ['老旧小区没有车棚'] } : { ...criterion, photo: 'required' },
  )
  const before = await officer.standards.get({ id })
  const draft = await officer.standards.save({ id, version: before.version, title, pointType, content: strict })
  await officer.standards.publish({ id, version: draft.version })
  return roundAt(house, 'drawn', {
    inspectorIds: [house.seeded.people.inspector.id],
    quotas: { '居民小区 · 东桥街道': 6 },
  })
}

const versionOf = async ({ id }: RoundDetail) => {
  const { version_id } = await house.house.db
    .selectFrom('round_points')
    .where('round_id', '=', id)
    .select('version_id')
    .executeTakeFirstOrThrow()
  return { versionId: version_id }
}

const one = () => field.criteria[0] ?? ''
const two = () => field.criteria[1] ?? ''

/** The inspector says that the visit to a point is finished, with what was seen. */
const finish = async (n: number, observations: VisitState['observations']) => {
  const visit = visitOf(house, field, points[n] ?? '', { startedAt: at(70), finishedAt: at(80), observations })
  expect(await deliver(house, [visitEntry(house, visit)])).toMatchObject([{ outcome: 'accepted' }])
  return house.as('officer').visits.get({ id: visit.id })
}

const visited = async () => (await house.as('officer').rounds.get({ id: round.id })).visited
const share = async () => (await house.as('officer').results.conforming({ by: 'type', days: 30, target: 90 })).whole
const statusOf = async (n: number) => (await house.as('officer').points.get({ id: points[n] ?? '' })).status

/** The first point as the inspector's phone carries it. */
const carriedHere = async () => {
  const { rounds } = await house.as('inspector').field.carry({})
  return rounds.find(({ id }) => id === round.id)?.points.find(({ pointId }) => pointId === points[0])
}

describe('a visit that is finished and in which nobody looked', () => {
  test('is kept and shown as what it is', async () => {
    expect(await finish(0, [])).toMatchObject({ finishedAt: at(80), lacking: 2, score: null })
    const { items } = await house.as('officer').visits.list({ pointId: points[0] ?? '' })
    expect(items).toMatchObject([{ lacking: 2, conforms: 0 }])
    const { visits } = await house.as('officer').points.get({ id: points[0] ?? '' })
    expect(visits).toMatchObject([{ finishedAt: at(80), lacking: 2, photosLacking: 0 }])
  })

  test('is no visit of the round, no share, and leaves its point unseen', async () => {
    expect(await visited()).toBe(0)
    expect(await share()).toMatchObject({ denominator: 0 })
    expect(await statusOf(0)).toBe('unseen')
    const { drawn, people } = await house.as('officer').rounds.get({ id: round.id })
    expect(drawn.find(({ point }) => point.id === points[0])?.visits).toMatchObject([{ lacking: 2, score: null }])
    expect(people).toMatchObject([{ visited: 0, points: 6 }])
    expect(await carriedHere()).toMatchObject({ criteria: 2, finishedAt: null })
    expect((await house.as('inspector').rounds.list({ mine: true })).items).toMatchObject([
      { id: round.id, mineLeft: 6 },
      {},
    ])
  })

  test('is whole once the rest was seen', async () => {
    expect(await finish(0, [seen(one(), 'conforms', 90), seen(two(), 'conforms', 91)])).toMatchObject({
      lacking: 0,
      score: 100,
    })
    expect(await visited()).toBe(1)
    expect(await share()).toMatchObject({ numerator: 1, denominator: 1 })
    expect(await statusOf(0)).toBe('good')
    expect(await carriedHere()).toMatchObject({ criteria: 2, finishedAt: at(80) })
  })
})

describe('a visit in which half was looked at', () => {
  test('has no score, and what it says of a criterion counts for no share', async () => {
    expect(await finish(1, [seen(one(), 'conforms', 72)])).toMatchObject({ lacking: 1, conforms: 1, score: null })
    expect(await visited()).toBe(1)
    const by = await house.as('officer').results.conforming({
      ...{ by: 'criterion', pointType: '居民小区', days: 30, target: 90 },
    })
    expect(by.whole).toMatchObject({ denominator: 2 })
  })

  test('opens a case for what failed all the same', async () => {
    await finish(2, [seen(one(), 'fails', 72, { note: '堆满纸箱' })])
    expect((await casesOpen(house)).filter(({ point_id }) => point_id === points[2])).toHaveLength(1)
    expect(await visited()).toBe(1)
  })

  test('is not what was seen last: the share goes by the last that was whole', async () => {
    const begun = uuid(9, 1)
    const patrol = { ...visitOf(house, { round: null, versionId: field.versionId }, points[0] ?? ''), id: begun }
    const later = { ...patrol, startedAt: at(100), finishedAt: at(101), observations: [seen(one(), 'fails', 100)] }
    const who = (await house.as('officer').points.get({ id: points[0] ?? '' })).unit.name.startsWith('柳')
      ? 'willowWorker'
      : 'pondWorker'
    expect(await deliver(house, [visitEntry(house, later)], who)).toMatchObject([{ outcome: 'accepted' }])
    expect(await share()).toMatchObject({ numerator: 1, denominator: 1 })
  })
})

describe('an exception', () => {
  const told = (exception: string, note: string) => [
    seen(one(), 'conforms', 72, { exception, note }),
    seen(two(), 'conforms', 73),
  ]

  test('that the standard does not know makes nothing conform', async () => {
    const visit = await finish(3, told('领导同意', '已请示'))
    expect(visit).toMatchObject({ lacking: 1, score: null })
    expect(visit.observations.find(({ criterionId }) => criterionId === one())).toMatchObject({
      exception: '领导同意',
      lack: 'exception',
    })
  })

  test('of the standard counts once something is said of it', async () => {
    const silent = await finish(4, told('老旧小区没有车棚', ''))
    expect(silent.lacking).toBe(1)
    expect(silent.observations.find(({ criterionId }) => criterionId === one())?.lack).toBe('note')
    const said = [seen(one(), 'conforms', 95, { exception: '老旧小区没有车棚', note: '1987年建成' })]
    expect(await finish(4, said)).toMatchObject({ lacking: 0, score: 100 })
  })
})

test('a photo that the standard asks of what fails, and that nobody took, is shown; the failure counts', async () => {
  const visit = await finish(5, [seen(one(), 'conforms', 72), seen(two(), 'fails', 73)])
  expect(visit).toMatchObject({ lacking: 0, photosLacking: 1, fails: 1, score: 50 })
  expect(visit.observations.find(({ criterionId }) => criterionId === two())?.lack).toBe('photo')
  const { drawn } = await house.as('officer').rounds.get({ id: round.id })
  expect(drawn.find(({ point }) => point.id === points[5])?.visits).toMatchObject([{ photosLacking: 1 }])
  const photo = [seen(two(), 'fails', 96, { photos: [uuid(9, 9)] })]
  expect(await finish(5, photo)).toMatchObject({ photosLacking: 0 })
})

test('the results of the round are of what was looked at whole', async () => {
  const { version } = await house.as('officer').rounds.get({ id: round.id })
  await house.as('officer').rounds.end({ id: round.id, version })
  const results = await house.as('officer').rounds.results({ id: round.id })
  expect(results.map(({ conforms, fails }) => ({ conforms, fails }))).toEqual([
    { conforms: 3, fails: 0 },
    { conforms: 2, fails: 1 },
  ])
})
