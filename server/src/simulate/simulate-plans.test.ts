import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../jobs/as-system.ts'
import { samplePlan } from '../plans/plan.testing.ts'
import { type EmptyHouse, emptyHouse } from '../sample/empty-house.testing.ts'
import { accountFor } from './account-for.ts'
import { type Simulated, simulatePlans } from './simulate-plans.ts'

/** One duty in another rhythm, one gone; one task later, one new. */
const secondText = samplePlan
  .replace('2026年4月30日前清理', '2026年5月20日前清理')
  .replace('（一）各社区每周开展一次楼道巡查', '（一）各社区每半月开展一次楼道巡查')
  .replace('（二）县城管局每月通报一次整治进度。\n', '（二）县住建局于2026年6月10日前检查楼道照明。\n')

let empty: EmptyHouse
let ran: ReadonlyMap<string, Simulated>
beforeAll(async () => {
  empty = await emptyHouse('2026-01-01T09:00:00+08:00')
  const plans = [
    { name: 'plan', text: samplePlan },
    { name: 'revised', text: samplePlan, secondText },
  ]
  const all = await simulatePlans(empty.house, { plans, days: 60, say: () => {} })
  ran = new Map(all.map(one => [one.name, one]))
}, 300_000)
afterAll(() => empty.close())

test('a plan run day by day through its calendar adds up', () => {
  const plan = ran.get('plan')
  expect(plan?.faults).toEqual([])
  expect(plan).toMatchObject({ from: '2026-03-02', to: '2026-05-01', duties: 2 })
  expect(plan?.confirmed).toBeGreaterThan(5)
  expect(plan?.occurrences).toBe(12 * 9 + 2)
  expect((plan?.recorded ?? 0) + (plan?.missed ?? 0)).toBe(plan?.occurrences)
})

test('a second version half way keeps what was done and adds up as well', async () => {
  const revised = ran.get('revised')
  expect(revised?.faults).toEqual([])
  const second = await empty.house.db.selectFrom('plan_versions').where('number', '=', 2).select('id').execute()
  expect(second).toHaveLength(1)
  expect(revised?.occurrences).toBeLessThan(ran.get('plan')?.occurrences ?? 0)
  expect(revised?.assignments).toBe((ran.get('plan')?.assignments ?? 0) + 1)
})

test('an occurrence that is gone, and one that nobody owes, are found', async () => {
  const { db } = empty.house
  const [first, second] = await db
    .selectFrom('occurrences')
    .innerJoin('programmes', 'programmes.id', 'occurrences.programme_id')
    .innerJoin('plan_versions', 'plan_versions.id', 'programmes.version_id')
    .where('plan_versions.number', '=', 1)
    .orderBy('due_at')
    .limit(2)
    .select(['occurrences.id', 'occurrences.tenant_id', 'occurrences.programme_id'])
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
  const faults = await faultsOf(second?.tenant_id ?? '', second?.programme_id ?? '')
  expect(faults.filter(fault => fault.startsWith('Nothing was laid'))).toHaveLength(2)
  expect(faults.filter(fault => fault.startsWith('Nobody owes'))).toHaveLength(1)
})

test('what leads to no sentence, and sums that do not agree, are found', async () => {
  const { db } = empty.house
  const { id, tenant_id, item_id } = await db
    .selectFrom('programmes')
    .innerJoin('tasks', 'tasks.programme_id', 'programmes.id')
    .innerJoin('plan_versions', 'plan_versions.id', 'programmes.version_id')
    .where('plan_versions.number', '=', 2)
    .where('tasks.withdrawn_at', 'is', null)
    .select(['programmes.id', 'programmes.tenant_id', 'tasks.item_id'])
    .executeTakeFirstOrThrow()
  expect(await faultsOf(tenant_id, id)).toEqual([])
  await db.updateTable('plan_items').where('id', '=', item_id).set({ span_start: null, span_end: null }).execute()
  await db.updateTable('duties').where('programme_id', '=', id).set({ item_id: null }).execute()
  const lines = { 购置: 300, 维护: 200, 合计: 600 }
  const line = ([item, fen]: readonly [string, number], ordinal: number) => ({
    id: empty.house.ids.next(),
    tenant_id,
    programme_id: id,
    ordinal: 90 + ordinal,
    item,
    fen,
  })
  await db.insertInto('budget_lines').values(Object.entries(lines).map(line)).execute()
  const faults = await faultsOf(tenant_id, id)
  expect(faults).toContain('A task leads to no sentence.')
  expect(faults).toContain('A duty stands for no item of the plan.')
  expect(faults).toContain('These differ: budget: page, 合计 (10000500, 600).')
})

const faultsOf = async (tenantId: string, programmeId: string): Promise<readonly string[]> => {
  const office = await officeOf(tenantId)
  const { faults } = await asSystem(empty.house, tenantId, context =>
    accountFor({ ...context, actor: { ...context.actor, ...office } }, programmeId, '2026-05-01'),
  )
  return faults
}

const officeOf = async (tenantId: string) => {
  const root = await empty.house.db
    .selectFrom('units')
    .where('tenant_id', '=', tenantId)
    .where('parent_id', 'is', null)
    .select(['id', 'path'])
    .executeTakeFirstOrThrow()
  return { memberships: [{ unitId: root.id, unitPath: root.path, unitKind: 'county', role: 'office' }] as const }
}
