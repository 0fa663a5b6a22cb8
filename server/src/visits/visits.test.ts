import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  at,
  casesOpen,
  deliver,
  type Field,
  furnishField,
  heldTo,
  phoneB,
  recorded,
  seen,
  stampAt,
  uuid,
  visitEntry,
  visitOf,
} from '../field/field.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'

let house: TestHouse
let field: Field
let points: readonly string[]
beforeAll(async () => {
  house = await openHouse()
  field = await furnishField(house)
  points = [...(await field.pointsOf('willow')), ...(await field.pointsOf('pond'))]
})
afterAll(() => house.close())

const [one, two] = [() => field.criteria[0] ?? '', () => field.criteria[1] ?? '']
const point = (n: number): string => points[n] ?? ''

describe('a visit', () => {
  test('is recorded as far as it has come, and scored when it is finished', async () => {
    const begun = visitOf(house, field, point(0), { observations: [seen(one(), 'conforms', 1)] })
    expect(await deliver(house, [visitEntry(house, begun)])).toMatchObject([{ outcome: 'accepted', problem: null }])
    const halfway = await house.as('inspector').visits.get({ id: begun.id })
    expect(halfway).toMatchObject({ finishedAt: null, score: null, conforms: 1, fails: 0 })

    const done = { ...begun, finishedAt: at(9), observations: [seen(two(), 'fails', 5, { note: '通道停车' })] }
    await deliver(house, [visitEntry(house, done)])
    const visit = await house.as('inspector').visits.get({ id: begun.id })
    expect(visit).toMatchObject({ score: 50, conforms: 1, fails: 1, finishedAt: at(9), startedAt: at(0) })
    expect(visit.standard.content.map(({ id }) => id)).toEqual(field.criteria)
  })

  test('opens a case for each criterion that failed, once, with the unit that answers', async () => {
    const cases = (await casesOpen(house)).filter(({ point_id }) => point_id === point(0))
    expect(cases).toMatchObject([{ criterion_id: two(), state: 'assigned', unit_id: house.seeded.units.willow.id }])
    const visit = await house.as('willowUnit').visits.get({ id: visitOf(house, field, point(0)).id })
    expect(visit.observations.find(({ criterionId }) => criterionId === two())?.caseId).toBe(cases[0]?.id)
  })

  test('says the last word of two phones, whichever arrives last', async () => {
    const early = visitOf(house, field, point(1), { observations: [seen(one(), 'fails', 3, { note: '先' })] })
    const late = { ...early, observations: [seen(one(), 'mostly', 4, { note: '后', stamp: stampAt(4, phoneB) })] }
    await deliver(house, [visitEntry(house, late, phoneB)])
    await deliver(house, [visitEntry(house, early)])
    const { observations } = await house.as('inspector').visits.get({ id: early.id })
    expect(observations).toMatchObject([{ grade: 'mostly', note: '后' }])
  })

  test('that did not fail after all takes back its case, and one that fails again opens another', async () => {
    const failed = visitOf(house, field, point(2), { finishedAt: at(9), observations: [seen(one(), 'fails', 3)] })
    const here = async () => (await casesOpen(house)).filter(({ point_id }) => point_id === point(2))
    await deliver(house, [visitEntry(house, failed)])
    expect(await here()).toHaveLength(1)
    await deliver(house, [visitEntry(house, { ...failed, observations: [seen(one(), 'conforms', 12)] })])
    expect(await here()).toEqual([])
    await deliver(house, [visitEntry(house, { ...failed, observations: [seen(one(), 'fails', 15)] })])
    expect(await here()).toHaveLength(1)
  })

  test('keeps the moments that could not be out of the record, and both in the audit', async () => {
    const visit = visitOf(house, field, point(3), {
      startedAt: '2019-01-01T00:00:00.000Z',
      finishedAt: '2026-05-01T00:00:00.000Z',
      observations: [seen(one(), 'conforms', 1, { seenAt: '2026-04-01T08:00:00+08:00' })],
    })
    await deliver(house, [visitEntry(house, visit)])
    const now = house.house.clock.now().toISOString()
    expect(await house.as('inspector').visits.get({ id: visit.id })).toMatchObject({
      startedAt: now,
      finishedAt: now,
      observations: [{ seenAt: now }],
    })
    const { items } = await house.as('auditor').audit.list({ limit: 5 })
    expect(JSON.stringify(items[0])).toContain('2019-01-01T00:00:00.000Z')
  })
})

describe('who may record', () => {
  const outcome = async (...args: Parameters<typeof deliver>) => {
    const [receipt] = await deliver(...args)
    return receipt?.outcome === 'kept' ? receipt.problem?.code : receipt?.outcome
  }

  test('is who was drawn, and nobody else, though the point be theirs', async () => {
    const visit = visitOf(house, field, point(4), {}, 'pondWorker')
    expect(await outcome(house, [visitEntry(house, visit)], 'pondWorker')).toBe('not-drawn')
    expect(await outcome(house, [visitEntry(house, visitOf(house, field, point(4)))], 'pondWorker')).toBe('not-drawn')
  })

  test('records under the id of round, point and person alone', async () => {
    const visit = { ...visitOf(house, field, point(4)), id: uuid(6, 1) }
    expect(await outcome(house, [visitEntry(house, visit)])).toBe('visit-misnamed')
  })

  test('patrols the own unit without a round, and no other', async () => {
    const patrol = { round: null, versionId: field.versionId }
    const [own = ''] = await field.pointsOf('willow')
    const [others = ''] = await field.pointsOf('hill')
    expect(await outcome(house, [visitEntry(house, visitOf(house, patrol, own))], 'willowWorker')).toBe('accepted')
    expect(await outcome(house, [visitEntry(house, visitOf(house, patrol, others))], 'willowWorker')).toBe(
      'point-not-own',
    )
    expect(await outcome(house, [visitEntry(house, visitOf(house, patrol, own))], 'auditor')).toBe('not-allowed')
  })

  test('does not go on with the visit of somebody else', async () => {
    const patrol = { round: null, versionId: field.versionId }
    const [own = ''] = await field.pointsOf('willow')
    expect(await outcome(house, [visitEntry(house, visitOf(house, patrol, own))], 'willowUnit')).toBe('visit-misnamed')
  })

  test('holds the point to the standard of the round, with its criteria only', async () => {
    const other = visitOf(house, { ...field, versionId: uuid(5, 1) }, point(4))
    expect(await outcome(house, [visitEntry(house, other)])).toBe('standard-unfit')
    const strange = visitOf(house, field, point(4), { observations: [seen(uuid(5, 2), 'fails', 1)] })
    expect(await outcome(house, [visitEntry(house, strange)])).toBe('standard-unfit')
  })

  test('does not have the last word by a clock that is years ahead', async () => {
    const ahead = seen(one(), 'fails', 1, { stamp: stampAt(600_000) })
    const visit = visitOf(house, field, point(4), { observations: [ahead] })
    expect(await outcome(house, [visitEntry(house, visit)])).toBe('clock-not-believed')
  })

  test('may bring what was seen before the round was ended, and nothing after', async () => {
    const ended = await house.as('officer').rounds.end({ id: field.round.id, version: field.round.version })
    house.setClock('2026-03-03T09:00:00+08:00')
    const before = visitOf(house, field, point(4), { startedAt: at(-60) })
    const after = visitOf(house, field, point(5), { startedAt: at(90) })
    expect(ended.state).toBe('ended')
    expect(await outcome(house, [visitEntry(house, before)])).toBe('accepted')
    expect(await outcome(house, [visitEntry(house, after)])).toBe('state-forbids')
  })
})

test('a list has what is within reach, with its count', async () => {
  const all = await house.as('officer').visits.list({ limit: 2 })
  expect(all.total).toBe((await recorded(house)).visits.length)
  expect(all.items).toHaveLength(2)
  const rest = await house.as('officer').visits.list({ limit: 50, cursor: all.next ?? '' })
  expect(rest.items).toHaveLength((all.total ?? 0) - 2)
  const hill = await house.as('hillUnit').visits.list({ limit: 50 })
  expect(hill).toMatchObject({ items: [], total: 0 })
  const [pond] = (await house.as('pondUnit').visits.list({ limit: 50 })).items
  await expect(house.as('hillUnit').visits.get({ id: pond?.id ?? '' })).rejects.toMatchObject({ code: 'not-found' })
  expect((await heldTo(house)).criteria).toHaveLength(2)
})
