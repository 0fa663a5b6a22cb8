import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { visitor } from '../sign-in/visitor.testing.ts'
import { erasedName } from './erase-person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const unit = (name: keyof TestHouse['seeded']['units']) => house.seeded.units[name].id
const admin = () => house.as('administrator').people

const someone = async (account: string, unitName: keyof TestHouse['seeded']['units'] = 'willow') =>
  (
    await admin().create({
      name: '某人',
      account,
      phone: '13800001234',
      email: `${account}@example.org`,
      memberships: [{ unitId: unit(unitName), role: 'worker' }],
    })
  ).person

test('people are listed within reach, their telephones masked', async () => {
  await someone('masked')
  const { items } = await house.as('willowUnit').people.list({ q: 'masked' })
  expect(items).toMatchObject([{ name: '某人', phone: '138****1234', memberships: [{ role: 'worker' }] }])
  expect((await house.as('hillUnit').people.list({ q: 'masked' })).items).toEqual([])
  expect((await house.as('stranger').people.list({})).items.map(({ name }) => name).sort()).toEqual(['远办', '远管'])
})

test('pages follow one another without a gap, and the total counts all within reach', async () => {
  const whole = await admin().list({ limit: 200 })
  const names: string[] = []
  let cursor: string | undefined
  do {
    const page = await admin().list({ limit: 5, ...(cursor !== undefined && { cursor }) })
    expect(page.total).toBe(whole.total)
    names.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  expect(names).toEqual(whole.items.map(({ id }) => id))
})

test('a cursor that was made up is refused', async () => {
  await expect(admin().list({ cursor: 'made-up' })).rejects.toMatchObject({ code: 'input-invalid' })
})

test('people are found by unit with all below it, and by role', async () => {
  const { items } = await admin().list({ unitId: unit('west'), role: 'worker' })
  expect(items.map(({ name }) => name).sort()).toEqual(['丘小工', '渡小工'])
})

test('an account is one name in the whole house', async () => {
  await someone('taken')
  await expect(someone('TAKEN')).rejects.toMatchObject({ code: 'already-exists' })
  await expect(
    house.as('strangerAdministrator').people.create({
      name: '他人',
      account: 'taken',
      memberships: [{ unitId: house.seeded.units.otherTown.id, role: 'unit' }],
    }),
  ).rejects.toMatchObject({ code: 'already-exists' })
})

test('a role that is given or taken counts from the next request', async () => {
  const { id } = house.seeded.people.pondWorker
  const mayConfirm = async () => (await house.as('pondWorker').session.me()).actions.includes('assignment.confirm')
  expect(await mayConfirm()).toBe(false)
  const seated = await admin().seat({ id, unitId: unit('pond'), role: 'office' })
  expect(await mayConfirm()).toBe(true)
  const seat = seated.memberships.find(({ role }) => role === 'office')
  await admin().unseat({ id, membershipId: seat?.id ?? '' })
  expect(await mayConfirm()).toBe(false)
})

test('an administrator of a street manages nobody whose seats reach beyond it', async () => {
  const local = await admin().create({
    name: '街道管理员',
    account: 'local.admin',
    memberships: [{ unitId: unit('east'), role: 'administrator' }],
  })
  const browser = visitor(house.url)
  await browser.post('sign-in/username', { username: 'local.admin', password: local.firstPassword })
  await browser.post('change-password', {
    currentPassword: local.firstPassword,
    newPassword: 'plum rain over Jiangnan',
  })
  const people = browser.client().people

  const both = await admin().create({
    name: '两头跑',
    account: 'both.streets',
    memberships: [
      { unitId: unit('willow'), role: 'worker' },
      { unitId: unit('hill'), role: 'worker' },
    ],
  })
  await expect(people.change({ id: both.person.id, version: 1, title: '组长' })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await expect(people.resetPassword({ id: house.seeded.people.hillWorker.id })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(
    people.seat({ id: both.person.id, unitId: unit('county'), role: 'administrator' }),
  ).rejects.toMatchObject({
    code: 'not-found',
  })
  const own = await people.seat({ id: both.person.id, unitId: unit('willow'), role: 'unit' })
  expect(own.memberships).toHaveLength(3)
})

test('the last administrator of a county stays, whatever two do to each other at once', async () => {
  const me = house.seeded.people.administrator
  const mine = (await admin().list({ q: 'administrator' })).items.find(({ id }) => id === me.id)
  const seat = mine?.memberships[0]?.id ?? ''
  await expect(admin().unseat({ id: me.id, membershipId: seat })).rejects.toMatchObject({ code: 'last-administrator' })
  await expect(admin().change({ id: me.id, version: 1, status: 'suspended' })).rejects.toMatchObject({
    code: 'last-administrator',
  })

  const second = await admin().seat({
    id: house.seeded.people.officer.id,
    unitId: unit('county'),
    role: 'administrator',
  })
  const secondSeat = second.memberships.find(({ role }) => role === 'administrator')?.id ?? ''
  const results = await Promise.allSettled([
    admin().unseat({ id: second.id, membershipId: secondSeat }),
    house.as('officer').people.unseat({ id: me.id, membershipId: seat }),
  ])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { rows } =
    await sql`select from memberships where role = 'administrator' and unit_id = ${unit('county')}`.execute(
      house.house.db,
    )
  expect(rows).toHaveLength(1)
  if (results[1]?.status === 'fulfilled')
    await house.as('officer').people.seat({ id: me.id, unitId: unit('county'), role: 'administrator' })
})

test('a reset gives a first password and ends every session', async () => {
  const person = await someone('resettable')
  const { firstPassword } = await admin().resetPassword({ id: person.id })
  const reply = await fetch(`${house.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'resettable', password: firstPassword }),
  })
  expect(reply.status).toBe(200)
  await admin().resetPassword({ id: person.id })
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  expect((await fetch(`${house.url}/api/v1/me`, { headers: { cookie } })).status).toBe(401)
})

test('who is erased leaves no name, account, telephone or address anywhere in the database', async () => {
  const { person } = await admin().create({
    name: '欧阳独一',
    account: 'ouyang.unique',
    phone: '13911112222',
    email: 'ouyang.unique@example.org',
    title: '独一无二的职务',
    memberships: [{ unitId: unit('willow'), role: 'worker' }],
  })
  await admin().change({ id: person.id, version: 1, phone: '13911113333' })
  await admin().erase({ id: person.id, version: 2 })
  const traces = await tracesOf(['欧阳独一', 'ouyang.unique', '13911112222', '13911113333', '独一无二的职务'])
  expect(traces).toEqual([])
  const { rows } = await sql<{ name: string }>`select name from people where id = ${person.id}`.execute(house.house.db)
  expect(rows[0]?.name).toBe(erasedName)
})

const tracesOf = async (words: readonly string[]): Promise<string[]> => {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'auth') and table_type = 'BASE TABLE'`.execute(house.house.db)
  const found: string[] = []
  for (const { name } of tables)
    for (const word of words) {
      const { rows } = await sql`select from ${sql.raw(name)} t where t::text like ${`%${word}%`}`.execute(
        house.house.db,
      )
      if (rows.length > 0) found.push(`${name}: ${word}`)
    }
  return found
}
