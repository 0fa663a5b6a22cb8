import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmptyHouse, emptyHouse } from '../sample/empty-house.testing.ts'
import { type Simulated, simulatePlans } from './simulate-plans.ts'

const folder = join(import.meta.dirname, '../../../catalogue')
const names = readdirSync(folder).filter(name => /^a\d\d-/.test(name))
const textOf = (name: string): string => readFileSync(join(folder, name, 'plan.md'), 'utf8')

/** Reissued half way: one rhythm slows, one quickens, one is given up. */
const changes: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>> = {
  'a06-property-companies': [
    ['每月组织一次业务培训', '每季度组织一次业务培训'],
    ['每半年公布一次公共收益收支情况', '每月公布一次公共收益收支情况'],
    ['业主委员会每季度与物业服务企业召开一次联席会议，商议服务改进事项。', ''],
  ],
}
const secondText = (name: string): string | undefined =>
  changes[name]?.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`${name} no longer says ${before}`)
    return text.replace(before, after)
  }, textOf(name))

let empty: EmptyHouse
let ran: ReadonlyMap<string, Simulated>
beforeAll(async () => {
  empty = await emptyHouse('2026-01-01T09:00:00+08:00')
  const plans = names.map(name => ({ name, text: textOf(name), secondText: secondText(name) }))
  const all = await simulatePlans(empty.house, { plans, days: 400, say: () => {} })
  ran = new Map(all.map(one => [one.name, one]))
}, 600_000)
afterAll(() => empty.close())

test('there is a ready programme for each of the twenty-one archetypes', () => {
  expect(names).toHaveLength(21)
})

test('what is revised half way runs by its second version', async () => {
  const revised = await empty.house.db
    .selectFrom('programmes')
    .innerJoin('plan_versions', 'plan_versions.id', 'programmes.version_id')
    .where('plan_versions.number', '=', 2)
    .select('programmes.title')
    .execute()
  expect(revised).toHaveLength(Object.keys(changes).length)
})

test.each(names)('%s runs through its whole calendar and adds up', name => {
  const one = ran.get(name)
  expect(one?.faults).toEqual([])
  expect(one?.assignments).toBeGreaterThan(0)
  expect(one?.confirmed).toBeGreaterThan(0)
  expect((one?.recorded ?? 0) + (one?.missed ?? 0)).toBeGreaterThanOrEqual(one?.occurrences ?? 0)
})
