import { zipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { visitor } from '../sign-in/visitor.testing.ts'
import { readBook } from './read-book.ts'
import { textsOf, workbook } from './workbook.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const imports = () => house.as('administrator').imports
const counts = async () => {
  const { rows } = await sql<{ units: number; people: number }>`
    select (select count(*) from units) as units, (select count(*) from people) as people`.execute(house.house.db)
  return rows[0]
}

test('the template has two sheets with Chinese headings and says how to fill it in', async () => {
  const reply = await fetch(`${house.url}/api/v1/imports/template.xlsx`, {
    headers: { cookie: house.cookieOf('administrator') },
  })
  const sheets = await textsOf(await reply.arrayBuffer())
  expect(Object.keys(sheets)).toEqual(['单位', '人员', '填写说明'])
  expect(sheets.单位?.[0]).toEqual(['单位名称*', '上级单位*', '类型*', '简称', '别名'])
  expect(sheets.人员?.[0]).toEqual(['姓名*', '账号*', '单位*', '角色*', '职务', '手机', '邮箱'])
})

test('the template, filled in as it came, is taken: a parent may stand below, and people sit in new units', async () => {
  const file = await workbook(
    [
      ['听雨小区', '临湖社区', '小区', '', '听雨苑、听雨园'],
      ['临湖社区', '东桥街道', '社区', '临湖', ''],
    ],
    [
      ['温小满', 'wen.xiaoman', '临湖社区', '网格员', '二网格', '13800005678', ''],
      ['温小满', 'wen.xiaoman', '听雨小区', '责任单位', '', '', 'wen@example.org'],
    ],
  )
  const preview = await imports().preview({ file })
  expect(preview).toMatchObject({ units: { added: 2, changed: 0, same: 0 }, people: { added: 2 }, errors: [] })
  const applied = await imports().apply({ id: preview.id })
  expect(applied).toMatchObject({ units: 2, people: 1, firstPasswords: [{ account: 'wen.xiaoman' }] })

  const tree = await house.as('administrator').units.list({})
  const [lake, rain] = ['临湖社区', '听雨小区'].map(name => tree.find(unit => unit.name === name))
  expect(rain).toMatchObject({ parentId: lake?.id, aliases: ['听雨苑', '听雨园'] })
  expect(rain?.path.startsWith(`${lake?.path}.`)).toBe(true)

  const browser = visitor(house.url)
  await browser.post('sign-in/username', { username: 'wen.xiaoman', password: applied.firstPasswords[0]?.password })
  expect((await browser.client().session.me()).memberships.map(({ role }) => role).sort()).toEqual(['unit', 'worker'])
})

test('the same spreadsheet once more changes nothing', async () => {
  const file = await workbook(
    [['临湖社区', '东桥街道', '社区', '临湖', '']],
    [['温小满', 'wen.xiaoman', '临湖社区', '网格员', '', '', '']],
  )
  const preview = await imports().preview({ file })
  expect(preview).toMatchObject({ units: { added: 0, same: 1 }, people: { added: 0, same: 1 } })
  expect(await imports().apply({ id: preview.id })).toMatchObject({ units: 0, people: 0, firstPasswords: [] })
})

test('errors are told by cell, and with one of them nothing at all is taken', async () => {
  await house.as('administrator').units.create({
    parentId: house.seeded.units.west.id,
    kind: 'community',
    name: '柳荫社区',
    shortName: null,
    aliases: [],
  })
  const before = await counts()
  const file = await workbook(
    [
      ['好网格', '荷塘社区', '网格', '', ''],
      ['坏单位', '没有的街道', '社区', '', ''],
      ['怪单位', '东桥街道', '城堡', '', ''],
      ['两可网格', '柳荫社区', '网格', '', ''],
      ['分明网格', '东桥街道/柳荫社区', '网格', '', ''],
    ],
    [
      ['无账号', '', '荷塘社区', '网格员', '', '', ''],
      ['无角色', 'no.role', '荷塘社区', '皇帝', '', '一三八', 'not-an-address'],
    ],
  )
  const { id, errors, rows } = await imports().preview({ file })
  expect(errors.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(
    expect.arrayContaining(['单位!B3', '单位!C4', '单位!B5', '人员!B2', '人员!D3', '人员!F3', '人员!G3']),
  )
  expect(errors).toHaveLength(7)
  expect(errors.find(({ cell, sheet }) => sheet === '单位' && cell === 'B5')?.message).toContain('有 2 个单位叫')
  expect(rows.map(({ what }) => what)).toEqual(['added', 'wrong', 'wrong', 'wrong', 'added', 'wrong', 'wrong'])
  await expect(imports().apply({ id })).rejects.toMatchObject({ code: 'import-has-errors' })
  expect(await counts()).toEqual(before)
})

test('an account of another county fails the whole import at the end, and nothing of it stays', async () => {
  const before = await counts()
  const file = await workbook(
    [['半途社区', '东桥街道', '社区', '', '']],
    [['撞名', 'stranger', '半途社区', '网格员', '', '', '']],
  )
  const preview = await imports().preview({ file })
  await expect(imports().apply({ id: preview.id })).rejects.toMatchObject({ code: 'already-exists' })
  expect(await counts()).toEqual(before)
})

test('an import is gone once taken, or once the house has changed since the preview', async () => {
  const taken = await imports().preview({ file: await workbook([['一次社区', '东桥街道', '社区', '', '']]) })
  await imports().apply({ id: taken.id })
  await expect(imports().apply({ id: taken.id })).rejects.toMatchObject({ code: 'import-gone' })

  const stale = await imports().preview({ file: await workbook([['二次社区', '东桥街道', '社区', '', '']]) })
  const east = house.seeded.units.east.id
  await house
    .as('administrator')
    .units.create({ parentId: east, kind: 'community', name: '二次社区', shortName: null, aliases: [] })
  await expect(imports().apply({ id: stale.id })).rejects.toMatchObject({ code: 'import-gone' })
})

test('a preview is one’s own, and only an administrator imports', async () => {
  const file = await workbook([['别人的社区', '东桥街道', '社区', '', '']])
  const { id } = await imports().preview({ file })
  await expect(house.as('strangerAdministrator').imports.apply({ id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(house.as('officer').imports.preview({ file })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('what is no spreadsheet is refused with what to do', async () => {
  await expect(imports().preview({ file: new File(['not a spreadsheet'], 'x.xlsx') })).rejects.toMatchObject({
    code: 'file-unreadable',
  })
})

test('a spreadsheet that would swell beyond reason is refused before it is unpacked', async () => {
  const bomb = zipSync({
    '[Content_Types].xml': new Uint8Array(10),
    'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000),
  })
  expect(bomb.length).toBeLessThan(1_000_000)
  await expect(imports().preview({ file: new File([bomb.slice()], 'x.xlsx') })).rejects.toMatchObject({
    code: 'too-large',
  })
})

test('a spreadsheet is read on a thread of its own, within limits', async () => {
  const book = await (await workbook([['柳荫小区', '柳荫社区', '小区', '', '']])).arrayBuffer()
  const limits = { milliseconds: 60_000, megabytes: 768 }
  expect((await readBook(book, limits)).sheets.length).toBeGreaterThan(0)
  await expect(readBook(book, { ...limits, milliseconds: 1 })).rejects.toMatchObject({ code: 'too-large' })
  await expect(readBook(book, { ...limits, megabytes: 8 })).rejects.toMatchObject({ code: 'too-large' })
})

test('more rows than can be looked through are refused', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [`小区${at}`, '柳荫社区', '小区', '', ''])
  await expect(imports().preview({ file: await workbook(rows) })).rejects.toMatchObject({ code: 'too-large' })
})
