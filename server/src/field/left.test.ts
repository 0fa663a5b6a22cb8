import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { opened, submitted } from '../cases/cases.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const carried = (who: 'willowWorker' | 'inspector') => house.as(who).field.carry({})
const nothing = { points: 0, visits: 0, occurrences: 0, mend: 0, recheck: 0 }

/** As many as need be, made from one that is there. */
const copies = async (table: 'points' | 'cases', id: string, count: number, made: ReturnType<typeof sql>) => {
  await sql`insert into ${sql.table(table)} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()) || ${made})).*
    from ${sql.table(table)} t cross join generate_series(1, ${count}::int) n where t.id = ${id}`.execute(
    house.house.db,
  )
}

test('a phone that carries everything says that nothing is left', async () => {
  await opened(house, { title: '带着的' })
  expect((await carried('willowWorker')).left).toEqual(nothing)
  expect((await carried('inspector')).left).toEqual(nothing)
})

test('of more points than a phone carries, it is told how many stay behind', async () => {
  const unitId = house.seeded.units.willow.id
  const { id } = await house.as('officer').points.create({ pointType: '居民楼道', name: '一号楼', unitId })
  await copies('points', id, 2006, sql`jsonb_build_object('name', 'P' || n, 'code', 'COPY-' || n)`)
  const more = await carried('willowWorker')
  expect(more.points).toHaveLength(2000)
  expect(more.left).toEqual({ ...nothing, points: 7 })
})

test('of cases to mend and to recheck, each is told apart', async () => {
  const serial = sql`jsonb_build_object('serial', 1000 + n)`
  const one = await opened(house, { title: '要整改的' })
  const before = (await carried('willowWorker')).cases.length
  await copies('cases', one.id, 210, serial)
  const worker = await carried('willowWorker')
  expect(worker.cases).toHaveLength(200)
  expect(worker.left.mend).toBe(before + 10)

  const mended = await submitted(house, 'willowWorker', await opened(house, { title: '要复查的' }))
  await copies('cases', mended.id, 204, sql`jsonb_build_object('serial', 5000 + n)`)
  const { cases, left } = await carried('inspector')
  expect(cases.filter(({ next }) => next === 'recheck')).toHaveLength(200)
  expect(left).toMatchObject({ recheck: 5, mend: 0 })
})
