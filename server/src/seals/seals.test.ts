import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { record } from '../audit/record.ts'
import { openPool } from '../db/pool.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { asSystem } from '../jobs/as-system.ts'
import { sealRecord } from './seal-record.ts'
import { verifyRecord } from './verify-record.ts'

let one: TestHouse
let pool: pg.Pool
beforeAll(async () => {
  one = await openHouse()
  pool = openPool({ url: one.house.databaseUrl, size: 2 })
})
afterAll(async () => {
  await pool.end()
  await one.close()
})

const write = async (count: number, tenantId = one.seeded.tenantId): Promise<void> => {
  await asSystem(one.house, tenantId, async context => {
    for (let index = 0; index < count; index += 1) {
      await record(
        context,
        'unit.manage',
        { kind: 'unit', id: one.seeded.units.willow.id, name: '柳荫社区' },
        { index },
      )
    }
  })
}
const seal = (tenantId = one.seeded.tenantId) => sealRecord(one.house, { tenantId })
const verify = () => verifyRecord(one.house, one.seeded.tenantId)
/** As somebody with the keys to the database might, past every trigger. */
const tamper = async (statement: string): Promise<void> => {
  const client = await pool.connect()
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query(statement)
  await client.query('commit')
  client.release()
}

test('every entry is sealed once, in as many seals as there were jobs, and all of it holds', async () => {
  await write(3)
  await seal()
  await seal()
  await write(4)
  await Promise.all([seal(), seal(), seal()])
  const verified = await verify()
  expect(verified).toMatchObject({ unsealed: 0, seals: 2, breaches: [] })
  expect(verified.newest).toMatch(/^[0-9a-f]{64}$/)
})

test('what is not sealed yet is counted and is no breach', async () => {
  await write(2)
  expect(await verify()).toMatchObject({ unsealed: 2, breaches: [] })
  await seal()
})

test('one tenant seals nothing of another', async () => {
  await write(1, one.seeded.otherTenantId)
  await seal()
  expect(await verifyRecord(one.house, one.seeded.otherTenantId)).toMatchObject({ unsealed: 1, seals: 0 })
})

test('neither an entry nor a seal can be changed by the house itself', async () => {
  await expect(pool.query("update audit_entries set action = 'x'")).rejects.toThrow(/append-only/)
  await expect(pool.query('delete from seals')).rejects.toThrow(/append-only/)
})

test('a single changed byte is found, and where', async () => {
  const { rows } = await pool.query<{ id: string }>(
    'select id from audit_entries where tenant_id = $1 order by id limit 1 offset 2',
    [one.seeded.tenantId],
  )
  const id = rows[0]?.id ?? ''
  await tamper(`update audit_entries set subject = '柳荫社區' where id = '${id}'`)
  expect((await verify()).breaches).toEqual([{ kind: 'entry-changed', where: `audit entry ${id}` }])
  await tamper(`update audit_entries set subject = '柳荫社区' where id = '${id}'`)
  expect((await verify()).breaches).toEqual([])
})

test('an entry that was taken away is missed', async () => {
  const { rows } = await pool.query<{ id: string }>(
    'select id from audit_entries where tenant_id = $1 order by id desc limit 1',
    [one.seeded.tenantId],
  )
  await tamper(`delete from audit_entries where id = '${rows[0]?.id}'`)
  expect((await verify()).breaches).toEqual([{ kind: 'entry-gone', where: `audit entry ${rows[0]?.id}` }])
})

test('rewriting an entry together with its leaf still breaks the root, and rewriting the root breaks the chain', async () => {
  await tamper("update seal_leaves set digest = repeat('0', 64) where number = 1 and position = 0")
  expect((await verify()).breaches.map(({ kind }) => kind)).toContain('leaves-changed')
  await tamper("update seals set root = repeat('0', 64) where number = 1")
  expect((await verify()).breaches.map(({ kind }) => kind)).toContain('seal-changed')
})
