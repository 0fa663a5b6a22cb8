import { visitIdOf } from '@luoshi/rules/derived-id'
import { seededChance } from '@luoshi/rules/seeded-chance'
import { memoryStore } from '@luoshi/sync/memory-store.testing'
import { readOutbox, sendAll } from '@luoshi/sync/outbox'
import type { Phone } from '@luoshi/sync/phone'
import { takeCarried } from '@luoshi/sync/take-carried'
import { settled } from '@luoshi/sync/visit-state'
import type { Reply, Wire } from '@luoshi/sync/wire'
import { finishVisit, lookAt, noteVisit } from '@luoshi/sync/write-visit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { type Field, furnishField } from './field.testing.ts'

let house: TestHouse
let field: Field
let points: readonly string[]
beforeAll(async () => {
  house = await openHouse()
  field = await furnishField(house)
  points = [...(await field.pointsOf('willow')), ...(await field.pointsOf('pond'))]
})
afterAll(() => house.close())

const chance = seededChance(7)

/** The real server behind a bad line: requests are lost, answers are lost, and some requests arrive twice. */
const badLine = (): Wire => {
  const through = async <T>(arrive: () => Promise<T>): Promise<Reply<T>> => {
    const luck = chance.next()
    if (luck < 0.25) return { kind: 'unreachable' }
    const value = await arrive()
    if (luck < 0.4) await arrive()
    return luck < 0.6 ? { kind: 'unreachable' } : { kind: 'answer', value }
  }
  const noPhotos = async () => ({ kind: 'unreachable' }) as const
  return {
    deliver: ({ entries, ...delivery }) =>
      through(() => house.as('inspector').field.deliver({ ...delivery, entries: [...entries] })),
    startPhoto: noPhotos,
    putPiece: noPhotos,
    finishPhoto: noPhotos,
  }
}

const phoneOf = (errorMs: number): Phone => ({
  store: memoryStore(),
  personId: house.seeded.people.inspector.id,
  now: () => house.house.clock.now().getTime() + errorMs,
  newId: house.house.ids.next,
  chance: chance.next,
})

const carryTo = async (phone: Phone): Promise<void> => {
  const askedMs = phone.now()
  const { now, visits } = await house.as('inspector').field.carry({})
  await takeCarried(phone, { now, visits, askedMs })
}

test('two phones with wrong clocks on a bad line end with what the server holds, and nothing is kept back', async () => {
  const { round, versionId, criteria } = field
  const phones = [phoneOf(5 * 86_400_000), phoneOf(-3 * 86_400_000)]
  for (const phone of phones) await carryTo(phone)
  const start = house.house.clock.now().getTime()
  for (let step = 1; step <= 60; step++) {
    house.setClock(new Date(start + step * 60_000).toISOString())
    const phone = chance.pick(phones)
    const pointId = chance.pick(points)
    const head = { id: visitIdOf(round.id, pointId, phone.personId), roundId: round.id, pointId, versionId }
    const grade = chance.pick(['conforms', 'mostly', 'fails'] as const)
    if (chance.happens(0.6)) await lookAt(phone, head, chance.pick(criteria), { grade, note: `第${step}步` })
    else if (chance.happens(0.5)) await noteVisit(phone, head, `第${step}步`)
    else await finishVisit(phone, head)
    if (chance.happens(0.3)) await sendAll(phone, badLine())
  }
  for (const phone of phones) while ((await sendAll(phone, badLine())).kind !== 'all-sent');
  for (const phone of phones) {
    await carryTo(phone)
    expect(await readOutbox(phone)).toMatchObject({ entries: 0, troubled: [] })
  }
  const { visits } = await house.as('inspector').field.carry({})
  const held = async ({ store }: Phone) =>
    new Map((await store.transaction(tables => tables.list('visits'))).map(({ id, visit }) => [id, visit]))
  const expected = new Map(visits.map(visit => [visit.id, settled(visit)]))
  for (const phone of phones) expect(await held(phone)).toEqual(expected)
  expect(expected.size).toBe(points.length)
  // A wrong clock is set right: nothing was seen days away from when it was.
  const moments = visits.flatMap(visit => visit.observations.map(({ seenAt }) => Date.parse(seenAt)))
  expect(Math.min(...moments)).toBeGreaterThanOrEqual(start)
  expect(Math.max(...moments)).toBeLessThanOrEqual(start + 3_600_000)
})
