import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientFor } from './client.testing.ts'
import { openHouse, type TestHouse } from './house.testing.ts'
import { jsonLog } from './log.ts'
import { sessionCookieName, signedCookieValue } from './sign-in/session-cookie.ts'

const lines: string[] = []
let house: TestHouse
beforeAll(async () => {
  house = await openHouse({
    log: jsonLog(
      line => lines.push(line),
      () => new Date(),
    ),
  })
})
afterAll(() => house.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${house.url}${path}`, { headers })

test('it says that it lives and that it is ready', async () => {
  expect(await (await get('/healthz')).json()).toEqual({ ok: true })
  expect(await (await get('/readyz')).json()).toMatchObject({
    ready: true,
    database: 'ready',
    jobs: { state: 'ready', poison: 0 },
  })
})

test('metrics tell durations by operation, to the own network alone', async () => {
  await house.as('leader').session.me()
  expect(await (await get('/metrics')).text()).toMatch(
    /luoshi_request_seconds_count\{operation="session\.me",status="200"\} \d/,
  )
  expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(404)
})

test('every answer tells the browser what it may do with it', async () => {
  for (const path of ['/', '/api/v1/me', '/api/docs', '/nowhere.js']) {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
  expect((await get('/api/v1/me')).headers.get('cache-control')).toBe('no-store')
})

test('an unknown address of the interface is a problem document; any other opens the desk', async () => {
  for (const path of ['/api/v1/nothing', '/api/else'])
    expect(await (await get(path)).json()).toMatchObject({ code: 'not-found', status: 404 })
  const page = await get('/programmes/some-id')
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
})

test('wrong input names its fields in the reader’s language', async () => {
  const wrong = { parentId: 'x', kind: 'castle', name: '' }
  const send = async (language: string) => {
    const reply = await fetch(`${house.url}/api/v1/units`, {
      method: 'POST',
      headers: {
        cookie: house.cookieOf('administrator'),
        'content-type': 'application/json',
        'accept-language': language,
      },
      body: JSON.stringify(wrong),
    })
    return (await reply.json()) as { code: string; at: { field: string; message: string }[] }
  }
  const chinese = await send('zh-CN,zh;q=0.9,en;q=0.8')
  expect(chinese.code).toBe('input-invalid')
  expect(chinese.at.map(({ field }) => field)).toEqual(['parentId', 'kind', 'name'])
  expect(chinese.at.map(({ message }) => message)).toEqual(['编号不对', '不是可选的值', '至少 2 个字'])
  expect((await send('en')).at.map(({ message }) => message)[2]).toBe('At least 2 characters')
})

test('a body that is no JSON, and one that is too large, are refused as problems', async () => {
  const send = (body: string) =>
    fetch(`${house.url}/api/v1/units`, {
      method: 'POST',
      headers: { cookie: house.cookieOf('administrator'), 'content-type': 'application/json' },
      body,
    })
  expect(await (await send('{')).json()).toMatchObject({ code: 'input-invalid' })
  expect(await (await send(`"${'x'.repeat(12_100_000)}"`)).json()).toMatchObject({ code: 'too-large', status: 413 })
})

test('a bug is answered plainly, with the number it is logged under', async () => {
  const broken = await openHouse({
    log: jsonLog(
      line => lines.push(line),
      () => new Date(),
    ),
  })
  await broken.house.db.schema.alterTable('people').renameTo('persons').execute()
  const reply = await fetch(`${broken.url}/api/v1/me`, { headers: { cookie: broken.cookieOf('leader') } })
  const body = (await reply.json()) as { code: string; detail: string; instance: string }
  await broken.close()
  expect(body).toMatchObject({ code: 'internal', status: 500 })
  const number = body.instance.slice('urn:luoshi:request:'.length)
  expect(body.detail).toContain(number)
  expect(body.detail).not.toContain('relation')
  expect(lines.find(line => line.includes(number) && line.includes('42P01'))).toBeDefined()
})

test('logs hold no names, accounts, telephones or addresses, even where the database quotes them', async () => {
  const secrets = ['司马无双', '13700009999', 'sima.wushuang', '独有单位名']
  const person = {
    name: '司马无双',
    account: 'sima.wushuang',
    phone: '13700009999',
    email: 'sima.wushuang@example.org',
    memberships: [{ unitId: house.seeded.units.willow.id, role: 'worker' as const }],
  }
  const { people, units } = house.as('administrator')
  await people.create(person)
  await expect(people.create(person)).rejects.toThrow()
  await people.list({ q: '司马无双' })
  await units.create({
    parentId: house.seeded.units.willow.id,
    kind: 'grid',
    name: '独有单位名',
    shortName: null,
    aliases: [],
  })
  await expect(
    house.house.db
      .insertInto('people')
      .values({ tenant_id: '司马无双', id: '独有单位名', name: '', account: '', created_at: '' })
      .execute()
      .catch(error => {
        house.house.log.error({ error }, 'A request met a bug')
        throw error
      }),
  ).rejects.toThrow()
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.filter(line => secrets.some(secret => line.includes(secret)))).toEqual([])
})

test('who asks without end is told to wait, and a neighbour behind the same address is not', async () => {
  const narrow = await openHouse({}, { limits: { session: 20, person: 100, address: 1000, signIn: 100 } })
  const statuses: number[] = []
  for (let count = 0; count < 25; count += 1)
    statuses.push((await fetch(`${narrow.url}/api/v1/me`, { headers: { cookie: narrow.cookieOf('leader') } })).status)
  expect(statuses.filter(status => status === 429)).toHaveLength(5)
  await expect(narrow.as('leader').session.me()).rejects.toMatchObject({ code: 'too-many-requests' })
  expect((await narrow.as('auditor').session.me()).person.name).toBe('沈计')
  narrow.setClock('2026-03-02T09:01:00+08:00')
  expect((await narrow.as('leader').session.me()).person.name).toBe('林导')
  await narrow.close()
})

test('several sessions of one person share what one person may ask', async () => {
  const narrow = await openHouse({}, { limits: { session: 20, person: 30, address: 1000, signIn: 100 } })
  const first = narrow.cookieOf('leader')
  const token = 'the-other-machine-of-the-leader'
  await sql`insert into auth.session (id, "expiresAt", token, "updatedAt", "userId")
    select gen_random_uuid()::text, "expiresAt", ${token}, "updatedAt", "userId" from auth.session
    where token = ${narrow.seeded.tokens.leader}`.execute(narrow.house.db)
  const second = `${sessionCookieName(false)}=${signedCookieValue(token, narrow.house.secret)}`
  const ask = async (cookie: string) => (await fetch(`${narrow.url}/api/v1/me`, { headers: { cookie } })).status
  const statuses = []
  for (let count = 0; count < 36; count += 1) statuses.push(await ask(count % 2 === 0 ? first : second))
  expect(statuses.filter(status => status === 429)).toHaveLength(6)
  expect((await narrow.as('auditor').session.me()).person.name).toBe('沈计')
  await narrow.close()
})

test('a page of another site acts in nobody’s name', async () => {
  const attempt = clientFor(house.url, { cookie: house.cookieOf('administrator'), origin: 'https://elsewhere.example' })
  await expect(attempt.calendar.clear({ day: '2026-03-03' })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('who only asks whether a page is there is told so', async () => {
  expect((await fetch(`${house.url}/programmes`, { method: 'HEAD' })).status).toBe(200)
})
