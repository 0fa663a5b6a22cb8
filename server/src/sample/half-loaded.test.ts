import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmptyHouse, emptyHouse } from './empty-house.testing.ts'
import { clearHalfLoaded, finishLoading, isHalfLoaded } from './half-loaded.ts'
import { sampleWorld } from './sample-world.ts'
import { writeCounty, writeTenant } from './write-county.ts'

let empty: EmptyHouse
beforeAll(async () => {
  empty = await emptyHouse('2026-11-22T10:00:00+08:00')
})
afterAll(() => empty.close())

const load = async () => {
  const tenantId = empty.house.ids.next()
  const world = sampleWorld(empty.house, tenantId)
  await writeCounty(world, await writeTenant(world.house, tenantId))
  return tenantId
}

test('half a sample is cleared away with its sign-ins, and can be loaded anew', async () => {
  expect(await isHalfLoaded(empty.house)).toBe(false)
  await load()
  expect(await isHalfLoaded(empty.house)).toBe(true)
  await clearHalfLoaded(empty.house)
  for (const table of ['tenants', 'units', 'people', 'audit_entries'] as const)
    expect(await empty.house.db.selectFrom(table).selectAll().execute()).toEqual([])
  await load()
})

test('a county that is whole is never cleared away', async () => {
  const { tenant_id } = await empty.house.db.selectFrom('tenants').select('tenant_id').executeTakeFirstOrThrow()
  await finishLoading(empty.house, tenant_id)
  expect(await isHalfLoaded(empty.house)).toBe(false)
  await expect(clearHalfLoaded(empty.house)).rejects.toThrow(/Only half a sample/)
})
