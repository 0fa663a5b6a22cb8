import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { importText } from '../plans/plan.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const plan = '澄溪县楼道整治工作方案\n\n一、工作任务\n（一）街道召开一次动员会。\n（二）与社区医院协作开展楼道消毒。\n'

const doubts = async (id: string) => {
  const { items } = await house.as('officer').review.get({ id })
  return items.flatMap(({ kind, doubt }) => (kind === 'task' && doubt ? [doubt] : []))
}

test('a doubt is kept as a code with its parameters, and one that was kept in words becomes one', async () => {
  const { planId } = await importText(house, plan)
  const read = [
    { code: 'party-is-a-level', params: { name: '街道' } },
    { code: 'only-helpers', params: {} },
  ]
  expect(await doubts(planId)).toEqual(read)

  const { db } = house.house
  const words = {
    'party-is-a-level': '只写了“镇”“街道”这样的层级，没有写明由哪个部门负责。',
    'only-helpers': '只读出了配合或参与的一方，没有读出由谁负责。',
  }
  for (const [code, said] of Object.entries(words))
    await db.updateTable('plan_items').set({ doubt: said }).where('doubt', '=', code).execute()
  await sql`alter table plan_items drop column doubt_params`.execute(db)
  const migration = await readFile(join(import.meta.dirname, '../db/migrations/0014-doubts-as-codes.sql'), 'utf8')
  await sql.raw(migration).execute(db)
  expect(await doubts(planId)).toEqual(read)
})
