import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientFor } from '../client.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  const { id } = house.seeded.people.officer
  await house.as('administrator').people.seat({ id, unitId: house.seeded.units.county.id, role: 'administrator' })
})
afterAll(() => house.close())

const make = async (scopes: string[], expiresInDays: number | null = 365) => {
  const { key, secret } = await house.as('officer').keys.create({ name: '对接', scopes, expiresInDays })
  return { key, secret, client: clientFor(house.url, { authorization: `Bearer ${secret}` }) }
}

test('a key acts as who made it, within its scopes', async () => {
  const { client } = await make(['unit:read'])
  expect((await client.session.me()).actions).toEqual(['unit.read'])
  expect(await client.units.list({})).toHaveLength(13)
})

test('what a key was not made for is refused and not shown empty', async () => {
  const { client } = await make(['case:read'])
  await expect(client.units.list({})).rejects.toMatchObject({ code: 'scope-of-key' })
  await expect(client.people.list({})).rejects.toMatchObject({ code: 'scope-of-key' })
})

test('no key makes people or keys, whatever its scopes', async () => {
  const { client } = await make(['*:write', '*:read'])
  await expect(client.keys.create({ name: '又一个', scopes: ['*:read'] })).rejects.toMatchObject({
    code: 'scope-of-key',
  })
  await expect(
    client.people.create({
      name: '某',
      account: 'by.key',
      memberships: [{ unitId: house.seeded.units.willow.id, role: 'worker' }],
    }),
  ).rejects.toMatchObject({ code: 'scope-of-key' })
})

test('a revoked key is refused on its next request', async () => {
  const { client, key } = await make(['unit:read'])
  await client.units.list({})
  await house.as('officer').keys.revoke({ id: key.id })
  await expect(client.units.list({})).rejects.toMatchObject({ code: 'not-signed-in' })
})

test('a key runs out', async () => {
  const { client } = await make(['unit:read'], 1)
  await client.units.list({})
  house.setClock('2026-03-03T09:00:01+08:00')
  await expect(client.units.list({})).rejects.toMatchObject({ code: 'not-signed-in' })
  house.setClock('2026-03-02T09:00:00+08:00')
})

test('a key is told once; the list shows how it begins and when it was used', async () => {
  const { client, key, secret } = await make(['unit:read'])
  await client.units.list({})
  const listed = (await house.as('officer').keys.list()).find(({ id }) => id === key.id)
  expect(listed).toMatchObject({ prefix: secret.slice(0, 8), lastUsedAt: '2026-03-02T01:00:00.000Z' })
  expect(JSON.stringify(await house.as('officer').keys.list())).not.toContain(secret)
})

test('keys are one’s own: others neither see nor revoke them', async () => {
  const { key } = await make(['unit:read'])
  expect((await house.as('administrator').keys.list()).map(({ id }) => id)).not.toContain(key.id)
  await expect(house.as('administrator').keys.revoke({ id: key.id })).rejects.toMatchObject({ code: 'not-found' })
})

test('a scope on an unknown noun is refused, and who administers nothing makes no key', async () => {
  await expect(make(['weather:read'])).rejects.toMatchObject({ code: 'input-invalid' })
  await expect(house.as('willowWorker').keys.create({ name: '试', scopes: ['*:read'] })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})
