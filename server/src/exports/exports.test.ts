import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { textsOf } from '../imports/workbook.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const exported = async (who: Parameters<TestHouse['cookieOf']>[0], path: string) => {
  const reply = await fetch(`${house.url}/api/v1/exports/${path}`, { headers: { cookie: house.cookieOf(who) } })
  if (!reply.ok) return { status: reply.status, rows: [] as string[][] }
  return { status: reply.status, rows: Object.values(await textsOf(await reply.arrayBuffer()))[0] ?? [] }
}

test('a list leaves the house as a spreadsheet, within reach and no further', async () => {
  const { rows } = await exported('eastUnit', 'units.xlsx')
  expect(rows[0]).toEqual(['单位名称', '上级单位', '类型', '简称', '别名', '人数', '状态'])
  expect(
    rows
      .slice(1)
      .map(([name]) => name)
      .sort(),
  ).toEqual(['东桥街道', '安居物业', '柳荫社区', '柳荫花园', '荷塘台', '荷塘社区'].sort())
})

test('the filters of the list are the filters of the spreadsheet', async () => {
  const { rows } = await exported('leader', `people.xlsx?q=${encodeURIComponent('柳')}&role=worker`)
  expect(rows.slice(1).map(([name]) => name)).toEqual(['柳小工'])
  expect((await exported('leader', 'people.xlsx?unitId=x')).status).toBe(422)
})

test.each(['audit', 'assignments', 'occurrences', 'cases'])('%s can be taken along', async list => {
  expect((await exported('auditor', `${list}.xlsx`)).rows.length).toBeGreaterThanOrEqual(1)
})

test('who may not read a list takes no spreadsheet of it either, and there are no others', async () => {
  expect((await exported('willowWorker', 'audit.xlsx')).status).toBe(403)
  expect((await exported('leader', 'secrets.xlsx')).status).toBe(404)
  expect((await fetch(`${house.url}/api/v1/exports/units.xlsx`)).status).toBe(401)
})

test('that a list left the house is on record, without what was looked for', async () => {
  await exported('leader', `people.xlsx?q=${encodeURIComponent('柳小工')}`)
  const { items } = await house.as('auditor').audit.list({ personId: house.seeded.people.leader.id })
  expect(items[0]).toMatchObject({
    action: 'person.read',
    subject: '人员',
    content: { what: 'exported', filters: ['q'] },
  })
})

test('a list longer than many pages comes whole', async () => {
  await sql`insert into audit_entries (tenant_id, id, at, via, action, subject_kind)
    select ${house.seeded.tenantId}, gen_random_uuid(), now(), 'system', 'plan.read', 'plan' from generate_series(1, 2100)`.execute(
    house.house.db,
  )
  const { rows } = await exported('auditor', 'audit.xlsx?action=plan.read')
  expect(rows).toHaveLength(2101)
  expect(new Set(rows.map(row => row[6])).size).toBe(2101)
})

test('a reader who goes away in the middle breaks nothing', async () => {
  const broken = new AbortController()
  const reply = await fetch(`${house.url}/api/v1/exports/audit.xlsx`, {
    headers: { cookie: house.cookieOf('auditor') },
    signal: broken.signal,
  })
  const reader = reply.body?.getReader()
  await reader?.read()
  broken.abort()
  await expect(reader?.read()).rejects.toThrow()
  expect((await exported('auditor', 'audit.xlsx?action=plan.read')).rows).toHaveLength(2101)
})
