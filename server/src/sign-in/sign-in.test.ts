import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { codeFor } from './totp.testing.ts'
import { visitor } from './visitor.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const NEW_PASSWORD = 'plum boat quiet lantern'

const newcomer = async (account: string): Promise<{ id: string; account: string; password: string }> => {
  const { person, firstPassword } = await house.as('administrator').people.create({
    name: '新来的',
    account,
    memberships: [{ unitId: house.seeded.units.willow.id, role: 'worker' }],
  })
  return { id: person.id, account, password: firstPassword }
}

const audited = async (personId: string): Promise<string[]> => {
  const { rows } = await sql<{ action: string }>`
    select action from audit_entries where person_id = ${personId} order by id`.execute(house.house.db)
  return rows.map(({ action }) => action)
}

test('a first password lets one in, however the account is typed, and is due to be changed', async () => {
  const { password } = await newcomer('First.One')
  const browser = visitor(house.url)
  expect((await browser.post('sign-in/username', { username: ' first.ONE', password })).status).toBe(200)
  expect((await browser.client().session.me()).passwordDue).toBe(true)
})

test('until a first password is changed, it opens nothing but the way to change it', async () => {
  const { account, password } = await newcomer('not-yet')
  const browser = visitor(house.url)
  await browser.post('sign-in/username', { username: account, password })
  await expect(browser.client().units.list({})).rejects.toMatchObject({ code: 'password-due' })
  await expect(browser.client().session.list()).rejects.toMatchObject({ code: 'password-due' })
  await browser.post('change-password', { currentPassword: password, newPassword: NEW_PASSWORD })
  expect((await browser.client().units.list({})).length).toBeGreaterThan(0)
})

test('a new password ends the old one, is no longer due, and stands in the audit', async () => {
  const { id, account, password } = await newcomer('changer')
  const browser = visitor(house.url)
  await browser.post('sign-in/username', { username: account, password })
  const changed = await browser.post('change-password', { currentPassword: password, newPassword: NEW_PASSWORD })
  expect(changed).toMatchObject({ status: 200 })
  expect((await browser.client().session.me()).passwordDue).toBe(false)
  expect((await visitor(house.url).post('sign-in/username', { username: account, password })).status).toBe(401)
  expect(await audited(id)).toEqual(['session.sign-in', 'session.password-changed', 'session.refused'])
})

test.each([
  ['short', 'plum boat', '至少 10 个字符'],
  ['the account name', 'weakling and more', '不要包含账号名'],
  ['common', 'P@ssw0rd2026', '常见密码'],
  ['a run of keys', 'poiuytrewq', '常见密码'],
  ['repetitive', 'ababababab', '重复太多'],
])('a password that is %s is refused with what to do', async (_, newPassword, words) => {
  const account = `weakling${newPassword.length}${newPassword.charCodeAt(0)}`
  const { password } = await newcomer(account)
  const browser = visitor(house.url)
  await browser.post('sign-in/username', { username: account, password })
  const name = newPassword.replace('weakling', account)
  const refused = await browser.post('change-password', { currentPassword: password, newPassword: name })
  expect(refused).toMatchObject({ status: 422, body: { code: 'password-too-weak' } })
  expect(JSON.stringify(refused.body.at)).toContain(words)
})

test('after five wrong passwords the account rests for a quarter of an hour, even for the right one', async () => {
  const { account, password, id } = await newcomer('forgetful')
  const attempt = (typed: string) => visitor(house.url).post('sign-in/username', { username: account, password: typed })
  const codes: unknown[] = []
  for (let count = 0; count < 5; count += 1) codes.push((await attempt(`wrong guess ${count}`)).body.code)
  expect(codes).toEqual([...Array(4).fill('sign-in-refused'), 'account-locked'])
  expect(await attempt(password)).toMatchObject({
    status: 423,
    body: { code: 'account-locked', params: { minutes: 15 } },
  })
  expect((await audited(id)).at(-1)).toBe('session.locked')

  house.setClock('2026-03-02T09:15:01+08:00')
  expect((await attempt(password)).status).toBe(200)
})

test('many guesses at once get no further than one after another', async () => {
  const { account } = await newcomer('besieged')
  const guesses = await Promise.all(
    Array.from({ length: 20 }, (_, count) =>
      visitor(house.url).post('sign-in/username', { username: account, password: `a wrong guess ${count}` }),
    ),
  )
  const looked = guesses.filter(({ body }) => body.code === 'sign-in-refused').length
  expect(looked).toBeLessThanOrEqual(5)
})

test('an unknown account rests after five attempts too, so that the answer tells nothing', async () => {
  const attempt = () =>
    visitor(house.url).post('sign-in/username', { username: 'nobody.at.all', password: 'whatever it is' })
  const codes: unknown[] = []
  for (let count = 0; count < 6; count += 1) codes.push((await attempt()).body.code)
  expect(codes.slice(0, 4)).toEqual(Array(4).fill('sign-in-refused'))
  expect(codes.slice(4)).toEqual(['account-locked', 'account-locked'])
})

test('a hundred people behind one address can sign in', async () => {
  const { account, password } = await newcomer('crowd')
  const headers = { 'x-forwarded-for': '203.0.113.7' }
  const statuses = await Promise.all(
    Array.from({ length: 100 }, async () => {
      const reply = await visitor(house.url, headers).post('sign-in/username', { username: 'crowd.other', password })
      return reply.status
    }),
  )
  expect(statuses).not.toContain(429)
  expect((await visitor(house.url, headers).post('sign-in/username', { username: account, password })).status).toBe(200)
})

test('with a second factor the password alone opens nothing', async () => {
  const { account, password, id } = await newcomer('careful')
  const browser = visitor(house.url)
  await browser.post('sign-in/username', { username: account, password })
  const { body } = await browser.post('two-factor/enable', { password })
  expect((await browser.post('two-factor/verify-totp', { code: codeFor(String(body.totpURI)) })).status).toBe(200)
  expect((await browser.client().session.me()).secondFactor).toBe(true)

  const again = visitor(house.url)
  expect((await again.post('sign-in/username', { username: account, password })).body).toMatchObject({
    twoFactorRedirect: true,
  })
  await expect(again.client().session.me()).rejects.toMatchObject({ code: 'not-signed-in' })
  expect((await again.post('two-factor/verify-totp', { code: '000000' })).body.code).toBe('second-factor-required')
  expect((await again.post('two-factor/verify-totp', { code: codeFor(String(body.totpURI)) })).status).toBe(200)
  expect((await again.client().session.me()).person.id).toBe(id)
  expect((await audited(id)).slice(-2)).toEqual(['session.second-factor-changed', 'session.sign-in'])
})

test('signing out ends the session on the server', async () => {
  const { account, password } = await newcomer('leaver')
  const browser = visitor(house.url)
  await browser.post('sign-in/username', { username: account, password })
  const before = browser.client()
  await before.session.me()
  await browser.post('sign-out')
  await expect(before.session.me()).rejects.toMatchObject({ code: 'not-signed-in' })
})

test('sessions are listed, and one ended elsewhere is gone on its next request', async () => {
  const { account, password } = await newcomer('traveller')
  const [home, away] = [visitor(house.url), visitor(house.url)]
  await home.post('sign-in/username', { username: account, password })
  await home.post('change-password', { currentPassword: password, newPassword: NEW_PASSWORD })
  await away.post('sign-in/username', { username: account, password: NEW_PASSWORD })
  const sessions = await home.client().session.list()
  expect(sessions).toHaveLength(2)
  const other = sessions.find(({ current }) => !current)
  await home.client().session.revoke({ id: other?.id ?? '' })
  await expect(away.client().session.me()).rejects.toMatchObject({ code: 'not-signed-in' })
  await expect(home.client().session.revoke({ id: other?.id ?? '' })).rejects.toMatchObject({ code: 'not-found' })
  expect(await home.client().session.list()).toHaveLength(1)
})

test('a suspended person is out at once and cannot come back', async () => {
  const { account, password, id } = await newcomer('suspended')
  const browser = visitor(house.url)
  await browser.post('sign-in/username', { username: account, password })
  await browser.client().session.me()
  await house.as('administrator').people.change({ id, version: 1, status: 'suspended' })
  await expect(browser.client().session.me()).rejects.toMatchObject({ code: 'not-signed-in' })
  expect((await visitor(house.url).post('sign-in/username', { username: account, password })).body.code).toBe(
    'sign-in-refused',
  )
})

test('the answer to a sign-in carries no token a script could read, and the cookie is kept from scripts', async () => {
  const { account, password } = await newcomer('tokenless')
  const reply = await fetch(`${house.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: account, password }),
  })
  expect(await reply.json()).not.toHaveProperty('token')
  expect(reply.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/)
})

test('a page of another site cannot sign anybody in', async () => {
  const { account, password } = await newcomer('lured')
  const browser = visitor(house.url, { origin: 'https://elsewhere.example' })
  expect((await browser.post('sign-in/username', { username: account, password })).status).toBe(403)
})
