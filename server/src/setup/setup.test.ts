import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { visitor } from '../sign-in/visitor.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({}, { empty: true })
})
afterAll(() => house.close())

const wanted = {
  tenant: '新县',
  office: '县创建办',
  name: '首任',
  account: 'First',
  password: 'plum boat quiet lantern',
}

test('a weak first password sets nothing up', async () => {
  await expect(house.as('nobody').setup.run({ ...wanted, password: '1234567890' })).rejects.toMatchObject({
    code: 'password-too-weak',
  })
  expect(await house.as('nobody').setup.state()).toEqual({ waiting: true, singleSignOn: null, sample: [] })
})

test('of many who set it up at once one does, and then it is closed for good', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 5 }, (_, count) => house.as('nobody').setup.run({ ...wanted, account: `first${count}` })),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(house.as('nobody').setup.run(wanted)).rejects.toMatchObject({ code: 'already-set-up' })
  expect((await house.as('nobody').setup.state()).waiting).toBe(false)
})

test('the first administrator signs in, has an office, and may plan and administer', async () => {
  const { rows } = await sql<{ account: string }>`select account from people`.execute(house.house.db)
  const browser = visitor(house.url)
  await browser.post('sign-in/username', { username: rows[0]?.account, password: wanted.password })
  const me = await browser.client().session.me()
  expect(me.actions).toEqual(expect.arrayContaining(['person.manage', 'plan.import']))
  expect((await browser.client().units.list({})).map(({ name }) => name)).toEqual(['新县', '县创建办'])
})
