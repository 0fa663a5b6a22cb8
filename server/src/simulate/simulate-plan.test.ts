import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../jobs/as-system.ts'
import { samplePlan } from '../plans/plan.testing.ts'
import { type EmptyHouse, emptyHouse } from '../sample/empty-house.testing.ts'
import { accountFor } from './account-for.ts'
import { type Simulated, simulatePlan } from './simulate-plan.ts'

let empty: EmptyHouse
let ran: Simulated
beforeAll(async () => {
  empty = await emptyHouse('2026-01-01T09:00:00+08:00')
  ran = await simulatePlan(empty.house, { text: samplePlan, name: 'plan.md', days: 40, say: () => {} })
}, 300_000)
afterAll(() => empty.close())

test('a plan run day by day through its calendar adds up', () => {
  expect(ran.faults).toEqual([])
  expect(ran).toMatchObject({ from: '2026-03-02', to: '2026-04-11', duties: 2 })
  expect(ran.confirmed).toBeGreaterThan(5)
  expect(ran.occurrences).toBe(12 * 6 + 1)
  expect(ran.recorded + ran.missed).toBe(ran.occurrences)
})

test('an occurrence that is gone, and one that nobody owes, are found', async () => {
  const { db } = empty.house
  const [first, second] = await db
    .selectFrom('occurrences')
    .orderBy('due_at')
    .limit(2)
    .select(['id', 'tenant_id', 'programme_id'])
    .execute()
  await db
    .deleteFrom('occurrences')
    .where('id', '=', first?.id ?? '')
    .execute()
  await db
    .updateTable('occurrences')
    .where('id', '=', second?.id ?? '')
    .set({ period: '2026-W99' })
    .execute()
  const { office } = { office: await officeOf(second?.tenant_id ?? '') }
  const { faults } = await asSystem(empty.house, second?.tenant_id ?? '', context =>
    accountFor({ ...context, actor: { ...context.actor, ...office } }, second?.programme_id ?? '', '2026-04-11'),
  )
  expect(faults.filter(fault => fault.startsWith('Nothing was laid'))).toHaveLength(2)
  expect(faults.filter(fault => fault.startsWith('Nobody owes'))).toHaveLength(1)
})

const officeOf = async (tenantId: string) => {
  const root = await empty.house.db
    .selectFrom('units')
    .where('tenant_id', '=', tenantId)
    .where('parent_id', 'is', null)
    .select(['id', 'path'])
    .executeTakeFirstOrThrow()
  return { memberships: [{ unitId: root.id, unitPath: root.path, unitKind: 'county', role: 'office' }] as const }
}
