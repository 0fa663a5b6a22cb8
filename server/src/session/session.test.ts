import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('who is signed in learns who she is, where and what she may do', async () => {
  const me = await house.as('willowWorker').session.me()
  expect(me.person.name).toBe('柳小工')
  expect(me.tenant).toMatchObject({ name: '澄溪县', today: '2026-03-02' })
  expect(me.memberships).toMatchObject([{ role: 'worker', unit: { name: '柳荫社区', kind: 'community' } }])
  expect(me.actions).toContain('assignment.submit')
  expect(me.actions).not.toContain('assignment.confirm')
})

test('who is not signed in is told to sign in, as a problem document', async () => {
  const reply = await fetch(`${house.url}/api/v1/me`, { headers: { 'accept-language': 'en' } })
  expect(reply.status).toBe(401)
  expect(reply.headers.get('content-type')).toContain('application/problem+json')
  expect(await reply.json()).toMatchObject({ code: 'not-signed-in', title: 'Sign in first', status: 401 })
})

test('a session that is used lives on', async () => {
  const { house: own, seeded } = house
  const token = seeded.tokens.willowWorker
  await sql`update auth.session set "updatedAt" = now() - interval '6 minutes', "expiresAt" = now() + interval '1 hour'
    where token = ${token}`.execute(own.db)
  await house.as('willowWorker').session.me()
  const { rows } = await sql<{ longer: boolean }>`
    select "expiresAt" > now() + interval '61 minutes' as longer from auth.session where token = ${token}`.execute(
    own.db,
  )
  expect(rows).toEqual([{ longer: true }])
})
