import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientFor } from '../client.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { client, type Issuer, openIssuer } from './county-issuer.testing.ts'

let issuer: Issuer
let house: TestHouse
beforeAll(async () => {
  issuer = await openIssuer()
  const publicUrl = 'http://luoshi.example'
  issuer.serve(`${publicUrl}/api/auth/callback/county`)
  const singleSignOn = {
    issuer: issuer.url,
    clientId: client.id,
    clientSecret: client.secret,
    claim: 'preferred_username',
    name: '澄溪县统一认证',
  }
  house = await openHouse({ publicUrl, singleSignOn })
})
afterAll(async () => {
  await house.close()
  await issuer.close()
})

const admin = () => house.as('administrator').people
const newcomer = (account: string) =>
  admin().create({
    name: '新来的',
    account,
    memberships: [{ unitId: house.seeded.units.willow.id, role: 'unit' }],
  })

/** A browser that follows where it is sent, at the county's door says who it is, and stops at a page of the house. */
const browse = async (who: string, to = '/') => {
  const jars = new Map<string, Map<string, string>>()
  const ask = async (url: URL, init: RequestInit = {}): Promise<Response> => {
    const jar = jars.get(url.origin) ?? new Map<string, string>()
    jars.set(url.origin, jar)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(url.href.replace(house.house.publicUrl, house.url), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie },
    })
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return reply
  }
  let url = new URL(`${house.house.publicUrl}/api/auth/single-sign-on?to=${encodeURIComponent(to)}`)
  let reply = await ask(url)
  for (let hops = 0; hops < 12; hops += 1) {
    const next = reply.headers.get('location')
    if (next !== null) {
      url = new URL(next, url)
      if (url.origin === house.house.publicUrl && !url.pathname.startsWith('/api/')) break
      reply = await ask(url)
    } else if (url.pathname.startsWith('/interaction/'))
      reply = await ask(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ prompt: 'login', login: who, password: 'any' }).toString(),
      })
    else break
  }
  const jar = jars.get(house.house.publicUrl) ?? new Map()
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  return { at: `${url.pathname}${url.search}`, client: clientFor(house.url, { cookie }) }
}

const signIns = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from auth."user"`.execute(house.house.db)
  return rows[0]?.n ?? 0
}

test('who is known by the claim comes in, to the page that was wanted, and owes no password', async () => {
  const { person } = await newcomer('county.worker')
  const { at, client: browser } = await browse('County.Worker', '/cases?state=open')
  expect(at).toBe('/cases?state=open')
  const me = await browser.session.me()
  expect(me).toMatchObject({ person: { id: person.id }, passwordDue: false })
  expect((await browser.units.list({})).length).toBeGreaterThan(0)
  const again = await browse('county.worker')
  expect((await again.client.session.me()).person.id).toBe(person.id)
  const { rows } = await sql`select content->>'by' as by from audit_entries where person_id = ${person.id}
    and action = 'session.sign-in'`.execute(house.house.db)
  expect(rows).toEqual([{ by: '澄溪县统一认证' }, { by: '澄溪县统一认证' }])
})

test('the tokens of the county are not kept', async () => {
  const { rows } = await sql`select "accessToken", "idToken", "refreshToken" from auth.account
    where "providerId" = 'county'`.execute(house.house.db)
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.flatMap(row => Object.values(row as object)).filter(value => value !== null)).toEqual([])
})

test('who is not known is sent back to the door, and nobody is made', async () => {
  const before = await signIns()
  const { at, client: browser } = await browse('stranger.to.all')
  expect(at).toBe('/sign-in?refused=single-sign-on')
  await expect(browser.session.me()).rejects.toMatchObject({ code: 'not-signed-in' })
  expect(await signIns()).toBe(before)
})

test('who is suspended does not come in, known to the county or not', async () => {
  const { person } = await newcomer('on.leave')
  expect((await browse('on.leave')).at).toBe('/')
  await admin().change({ id: person.id, version: 1, status: 'suspended' })
  expect((await browse('on.leave')).at).toBe('/sign-in?refused=single-sign-on')
})

test('nobody is led to another site, nor let in by a code that the county did not give', async () => {
  await newcomer('lured')
  expect((await browse('lured', '//elsewhere.example/x')).at).toBe('/')
  const forged = await fetch(`${house.url}/api/auth/callback/county?code=guessed&state=guessed`, { redirect: 'manual' })
  expect(forged.headers.get('location')).toBe('/sign-in?refused=single-sign-on')
  expect(
    forged.headers.getSetCookie().some(cookie => cookie.includes('session_token=') && !/max-age=0/i.test(cookie)),
  ).toBe(false)
})

test('who was here before comes in again, with the cookies they have', async () => {
  const reply = await fetch(`${house.url}/api/auth/single-sign-on`, {
    redirect: 'manual',
    headers: { cookie: house.cookieOf('leader') },
  })
  expect(reply.headers.get('location')).toContain(`${issuer.url}/auth?`)
})

test('while the county does not answer, the door stays open to accounts and passwords', async () => {
  const { singleSignOn } = house.house
  if (!singleSignOn) throw new Error('There is one in this house')
  const lonely = await openHouse({ singleSignOn: { ...singleSignOn, issuer: 'http://127.0.0.1:9' } })
  const reply = await fetch(`${lonely.url}/api/auth/single-sign-on`, { redirect: 'manual' })
  expect(reply.headers.get('location')).toBe('/sign-in?refused=single-sign-on')
  expect((await lonely.as('leader').session.me()).person.name).toBe('林导')
  await lonely.close()
})

test('the door says what the way in is called, and where there is none it says nothing', async () => {
  expect((await house.as('nobody').setup.state()).singleSignOn).toBe('澄溪县统一认证')
  const plain = await openHouse()
  expect((await plain.as('nobody').setup.state()).singleSignOn).toBeNull()
  expect((await fetch(`${plain.url}/api/auth/single-sign-on`, { redirect: 'manual' })).status).toBe(404)
  await plain.close()
})
