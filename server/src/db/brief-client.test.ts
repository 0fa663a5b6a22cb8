import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from './fresh-database.testing.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase(1)
})
afterAll(() => database.close())

test('a statement is answered however it is asked: with values or without, as an object, with a callback', async () => {
  const client = await database.pool.connect()
  try {
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect((await client.query('select $1::int as one', [2])).rows).toEqual([{ one: 2 }])
    expect((await client.query({ text: 'select $1::int as one', values: [3] })).rows).toEqual([{ one: 3 }])
    const called = await new Promise(resolve =>
      client.query('select $1::int as one', [4], (_, result) => resolve(result.rows)),
    )
    expect(called).toEqual([{ one: 4 }])
  } finally {
    client.release()
  }
})

test('an error of the database names its code and leads to whoever asked', async () => {
  const wrong = await sql`select * from nowhere`.execute(database.db).catch((error: unknown) => error)
  expect(wrong).toMatchObject({ code: '42P01', stack: expect.stringContaining('brief-client.test.ts') })
})
