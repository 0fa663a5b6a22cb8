import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTenant } from '../db/in-tenant.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const create = (parent: 'willow' | 'hill', name: string) =>
  house.as('administrator').units.create({
    parentId: house.seeded.units[parent].id,
    kind: 'grid',
    name,
    shortName: null,
    aliases: [],
  })

test('every change is on record with who, what and where, newest first', async () => {
  const grid = await create('willow', '记录网格')
  await house.as('administrator').units.change({ id: grid.id, version: 1, name: '改名网格' })
  const { items } = await house.as('auditor').audit.list({ subjectId: grid.id })
  expect(items).toMatchObject([
    { action: 'unit.manage', subject: '改名网格', content: { what: 'changed', name: ['记录网格', '改名网格'] } },
    { action: 'unit.manage', subject: '记录网格', who: { name: '管明' }, via: 'desk', unitId: grid.id },
  ])
})

test('a change that is refused leaves nothing on record', async () => {
  const before = await house.as('auditor').audit.list({})
  await expect(create('willow', '改名网格')).rejects.toMatchObject({ code: 'already-exists' })
  expect((await house.as('auditor').audit.list({})).total).toBe(before.total)
})

test('who audits a street reads what happened there and nothing else', async () => {
  const { id } = house.seeded.people.eastUnit
  await house.as('administrator').people.seat({ id, unitId: house.seeded.units.east.id, role: 'auditor' })
  await create('hill', '别处网格')
  const { items, total } = await house.as('eastUnit').audit.list({ limit: 200 })
  expect(items.length).toBe(total)
  expect(items.map(({ subject }) => subject)).not.toContain('别处网格')
  expect(items.map(({ subject }) => subject)).toContain('改名网格')
})

test('who may not audit reads nothing of it', async () => {
  expect((await house.as('willowWorker').audit.list({})).items).toEqual([])
})

test('entries are found by words, person, action and day', async () => {
  const audit = house.as('auditor').audit
  expect((await audit.list({ q: '别处' })).items).toHaveLength(1)
  expect((await audit.list({ action: 'person' })).items.every(({ action }) => action === 'person.manage')).toBe(true)
  expect((await audit.list({ personId: house.seeded.people.leader.id })).items).toEqual([])
  expect((await audit.list({ from: '2026-03-02', to: '2026-03-02' })).items.length).toBeGreaterThan(0)
  expect((await audit.list({ from: '2026-03-03' })).items).toEqual([])
})

test('no request can change the audit, and not even the owner of the database without taking the trigger away', async () => {
  const { db } = house.house
  await expect(
    inTenant(db, house.seeded.tenantId, scoped => sql`delete from audit_entries`.execute(scoped)),
  ).rejects.toThrow('permission denied')
  await expect(sql`update audit_entries set action = 'x'`.execute(db)).rejects.toThrow('append-only')
})
