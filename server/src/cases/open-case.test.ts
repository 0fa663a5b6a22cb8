import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openHouse, type TestHouse } from '../house.testing.ts'
import { closed, found } from './cases.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(() => house.setClock(monday))

/** A point of 柳荫社区, written as its own feature would. */
const point = async (): Promise<string> => {
  const id = randomUUID()
  const { willow } = house.seeded.units
  await sql`insert into points (tenant_id, id, point_type, name, unit_id, unit_path, code, created_at)
    values (${house.seeded.tenantId}, ${id}, '小区', ${`柳荫花园${id}`}, ${willow.id}, ${willow.path}::ltree, ${id}, now())`.execute(
    house.house.db,
  )
  return id
}

const get = (id: string) => house.as('officer').cases.get({ id })

describe('a finding', () => {
  test('delivered twice is one case', async () => {
    const opening = { id: randomUUID(), pointId: await point(), criterionId: randomUUID() }
    expect(await found(house, opening)).toEqual({ id: opening.id, outcome: 'opened' })
    expect(await found(house, opening)).toEqual({ id: opening.id, outcome: 'already' })
    expect((await get(opening.id)).events).toHaveLength(1)
  })

  test('of what is open already is seen again, and no twin', async () => {
    const place = { pointId: await point(), criterionId: randomUUID() }
    const first = await found(house, { id: randomUUID(), ...place })
    const again = { id: randomUUID(), ...place, text: '比上次更多' }
    expect(await found(house, again)).toEqual({ id: first.id, outcome: 'seen-again' })
    expect(await found(house, again)).toEqual({ id: first.id, outcome: 'already' })
    expect((await get(first.id)).events.map(({ kind }) => kind)).toEqual(['open', 'seen-again'])
    const other = await found(house, { ...again, id: randomUUID(), criterionId: randomUUID() })
    expect(other.outcome).toBe('opened')
  })

  test('by two at the same moment is one case', async () => {
    const place = { pointId: await point(), criterionId: randomUUID() }
    const outcomes = await Promise.all([1, 2, 3].map(() => found(house, { id: randomUUID(), ...place })))
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['opened', 'seen-again', 'seen-again'])
  })

  test('within ninety days of its closing comes back with its history and is counted', async () => {
    const place = { pointId: await point(), criterionId: randomUUID() }
    const first = await found(house, { id: randomUUID(), ...place })
    await closed(house, await get(first.id))
    house.setClock('2026-05-30T10:00:00+08:00')
    const back = await found(house, { id: randomUUID(), ...place })
    expect(back).toEqual({ id: first.id, outcome: 'relapsed' })
    const relapsed = await get(first.id)
    expect(relapsed).toMatchObject({
      state: 'assigned',
      relapses: 1,
      closedAt: null,
      submittedBy: null,
      light: 'green',
    })
    expect(relapsed.events.map(({ kind }) => kind)).toEqual(['open', 'submit', 'recheck', 'close', 'relapse'])
    await closed(house, relapsed)
    house.setClock('2026-09-01T10:00:00+08:00')
    expect((await found(house, { id: randomUUID(), ...place })).outcome).toBe('opened')
  })

  test('that no unit is named for waits with the office', async () => {
    const place = { pointId: await point(), criterionId: randomUUID() }
    const first = await found(house, { id: randomUUID(), ...place, unitId: null })
    await expect(house.as('willowUnit').cases.get({ id: first.id })).rejects.toMatchObject({ code: 'not-found' })
    const seen = await get(first.id)
    expect(seen).toMatchObject({ state: 'found', unit: { name: '澄溪县' }, pointUnit: house.seeded.units.willow.id })
    const [answer] = await house
      .as('officer')
      .cases.batch({ step: 'assign', cases: [{ id: first.id, version: seen.version }], unitId: null })
    expect(answer?.done).toBe(true)
  })

  test('that failed leaves no gap in the numbers', async () => {
    const before = (await get((await found(house, { id: randomUUID() })).id)).number
    await expect(found(house, { id: randomUUID(), unitId: randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
    const after = (await get((await found(house, { id: randomUUID() })).id)).number
    const serial = (number: string) => Number(/(\d+)号/.exec(number)?.[1])
    expect(serial(after)).toBe(serial(before) + 1)
    expect(before).toMatch(/^〔2026〕\d+号$/)
  })
})
