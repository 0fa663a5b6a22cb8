import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmptyHouse, emptyHouse } from '../sample/empty-house.testing.ts'
import { type Simulated, simulatePlans } from './simulate-plans.ts'

const folder = join(import.meta.dirname, '../../../catalogue')
const names = readdirSync(folder).filter(name => /^a\d\d-/.test(name))
const textOf = (name: string): string => readFileSync(join(folder, name, 'plan.md'), 'utf8')

/** Reissued half way: a group rests, a rhythm slows and a deadline moves. */
const secondTexts: Readonly<Record<string, (text: string) => string>> = {
  'a06-property-companies': text =>
    text
      .replace('每月组织一次业务培训', '每季度组织一次业务培训')
      .replace('每半年公布一次公共收益收支情况', '每季度公布一次公共收益收支情况'),
}

let empty: EmptyHouse
let ran: ReadonlyMap<string, Simulated>
beforeAll(async () => {
  empty = await emptyHouse('2026-01-01T09:00:00+08:00')
  const plans = names.map(name => ({ name, text: textOf(name), secondText: secondTexts[name]?.(textOf(name)) }))
  const all = await simulatePlans(empty.house, { plans, days: 400, say: () => {} })
  ran = new Map(all.map(one => [one.name, one]))
}, 600_000)
afterAll(() => empty.close())

test('there is a ready programme for each of the twenty-one archetypes', () => {
  expect(names).toHaveLength(21)
})

test.each(names)('%s runs through its whole calendar and adds up', name => {
  const one = ran.get(name)
  expect(one?.faults).toEqual([])
  expect(one?.assignments).toBeGreaterThan(0)
  expect(one?.confirmed).toBeGreaterThan(0)
  expect((one?.recorded ?? 0) + (one?.missed ?? 0)).toBeGreaterThanOrEqual(one?.occurrences ?? 0)
})
