import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closed, found, submitted } from '../cases/cases.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { at, deliver, type Field, furnishField, phoneB, seen, stampAt, visitEntry, visitOf } from './field.testing.ts'

let house: TestHouse
let field: Field
let places: Place[]
beforeAll(async () => {
  house = await openHouse()
  field = await furnishField(house)
  const points = [...(await field.pointsOf('pond')), ...(await field.pointsOf('willow'))]
  places = points.flatMap(pointId => field.criteria.map(criterionId => ({ pointId, criterionId })))
})
afterAll(() => house.close())
beforeEach(() => house.setClock(at(60)))

const get = (id: string) => house.as('officer').cases.get({ id })

type Place = { readonly pointId: string; readonly criterionId: string }

/** Each test has places of its own; the first are 柳荫社区's. */
const place = (): Place => places.pop() ?? { pointId: '', criterionId: '' }

const casesAt = ({ pointId, criterionId }: Place) =>
  house.house.db
    .selectFrom('cases')
    .where('point_id', '=', pointId)
    .where('criterion_id', '=', criterionId)
    .orderBy('serial')
    .select(['state', 'relapses'])
    .execute()

/** A case there, closed at a minute. */
const closedAt = async (there: Place, minute: number): Promise<string> => {
  const { id } = await found(house, { id: house.house.ids.next(), ...there, unitId: house.seeded.units.willow.id })
  house.setClock(at(minute))
  await closed(house, await get(id))
  house.setClock(at(Math.max(minute, 60)))
  return id
}

const word = (
  { pointId, criterionId }: Place,
  grade: 'fails' | 'conforms',
  minute: number,
  of = 'round',
  device?: string,
) =>
  visitEntry(
    house,
    visitOf(house, of === 'round' ? field : { ...field, round: null }, pointId, {
      finishedAt: at(40),
      observations: [seen(criterionId, grade, minute, device ? { stamp: stampAt(minute, device) } : {})],
    }),
    device,
  )

describe('a case that was closed', () => {
  test('comes back for what was seen since, and is closed as it was when the finder takes that back, in either order', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const there = place()
      const id = await closedAt(there, 2)
      const was = await get(id)
      const words = [word(there, 'fails', 3), word(there, 'conforms', 5, 'round', phoneB)]
      for (const index of order) await deliver(house, words.slice(index, index + 1))
      const now = await get(id)
      expect(now).toMatchObject({ state: 'closed', relapses: 0, dueAt: was.dueAt, submittedAt: was.submittedAt })
      expect([now.closedAt, now.submittedBy, now.returned]).toEqual([was.closedAt, was.submittedBy, was.returned])
    }
  })

  test('that came back and was begun stays with its unit, though the finder takes it back', async () => {
    const there = place()
    const id = await closedAt(there, 2)
    await deliver(house, [word(there, 'fails', 3)])
    const begun = await submitted(house, 'willowWorker', await get(id))
    await deliver(house, [word(there, 'conforms', 5)])
    expect(await get(id)).toMatchObject({ state: 'submitted', relapses: 1, version: begun.version })
  })

  test('has been what a word of before is about, on the same day and days later', async () => {
    for (const arrives of [at(320), '2026-03-06T10:00:00+08:00']) {
      const there = place()
      const id = await closedAt(there, 300)
      house.setClock(arrives)
      await deliver(house, [word(there, 'fails', 5)])
      expect(await casesAt(there)).toEqual([{ state: 'closed', relapses: 0 }])
      // The same word again, seen after the closing: it is as bad as before.
      house.setClock('2026-03-06T12:00:00+08:00')
      await deliver(house, [word(there, 'fails', 310)])
      expect(await get(id)).toMatchObject({ state: 'assigned', relapses: 1 })
    }
  })
})

describe('a case that two have found', () => {
  test('stands until both take it back', async () => {
    const there = place()
    await deliver(house, [word(there, 'fails', 3)])
    await deliver(house, [word(there, 'fails', 4, 'patrol')])
    const states = async () => (await casesAt(there)).map(({ state }) => state)
    expect(await states()).toEqual(['assigned'])
    await deliver(house, [word(there, 'conforms', 6)])
    expect(await states()).toEqual(['assigned'])
    await deliver(house, [word(there, 'conforms', 7, 'patrol')])
    expect(await states()).toEqual(['dismissed'])
    // It fails after all, is taken back again, and does so as often as it is said.
    await deliver(house, [word(there, 'fails', 8)])
    expect(await states()).toEqual(['dismissed', 'assigned'])
    await deliver(house, [word(there, 'conforms', 9)])
    expect(await states()).toEqual(['dismissed', 'dismissed'])
  })

  test('by hand as well stands by that', async () => {
    const there = place()
    const officer = house.as('officer').cases
    await deliver(house, [word(there, 'fails', 3)])
    const { items } = await officer.list({ pointId: there.pointId, open: true, limit: 50 })
    const one = (await Promise.all(items.map(({ id }) => get(id)))).find(
      ({ criterion }) => criterion?.id === there.criterionId,
    )
    const [category] = await officer.categories({})
    const hand = await officer.open({
      ...{ title: '来电反映同一处', origin: 'hotline', categoryId: category?.id ?? '' },
      ...{ officeId: house.seeded.units.county.id, unitId: house.seeded.units.willow.id },
    })
    await officer.merge({ id: one?.id ?? '', version: one?.version ?? 0, into: hand.id })
    await deliver(house, [word(there, 'conforms', 5)])
    expect(await get(hand.id)).toMatchObject({ state: 'assigned' })
  })
})
