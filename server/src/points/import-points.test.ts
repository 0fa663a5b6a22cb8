import { afterAll, beforeAll, expect, test } from 'vitest'
import { excel } from '../exports/excel.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { textsOf } from '../imports/workbook.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const headings = ['编号', '点位名称*', '类型*', '责任单位*', '地址', '联系人', '联系电话', '经度', '纬度', '备注']
const sheetOf = async (rows: readonly (readonly (string | number)[])[], head: readonly string[] = headings) => {
  const { Workbook } = await excel()
  const book = new Workbook()
  book.addWorksheet('点位').addRows([[...head], ...rows.map(row => [...row])])
  return new File([await book.xlsx.writeBuffer()], '点位.xlsx')
}
const office = () => house.as('officer').points
const taken = async (file: File) => {
  const { digest } = await office().preview({ file })
  return office().apply({ file, digest })
}

test('points are added with codes, changed by code or by name, and the same sheet once more changes nothing', async () => {
  const file = await sheetOf([
    ['', '东桥市场', '农贸市场', '东桥街道/柳荫社区', '东桥路1号', '温经理', '0500-6100001', 110.41, 30.21, ''],
    ['LAKE-01', '临湖市场', '农贸市场', '荷塘社区', '', '', '', '', '', '湖边'],
  ])
  const preview = await office().preview({ file })
  expect(preview).toMatchObject({ added: 2, changed: 0, same: 0, errors: [] })
  expect(preview.rows.map(({ what }) => what)).toEqual(['added', 'added'])
  expect((await office().list({ limit: 10 })).total).toBe(0)
  expect(await office().apply({ file, digest: preview.digest })).toEqual({ added: 2, changed: 0 })
  expect(await office().preview({ file })).toMatchObject({ added: 0, changed: 0, same: 2 })

  const changes = await sheetOf([
    ['', '东桥市场', '农贸市场', '柳荫社区', '', '', '0500-6100009', '', '', ''],
    ['lake-01', '临湖大市场', '农贸市场', '荷塘社区', '', '', '', '', '', ''],
  ])
  expect(await taken(changes)).toEqual({ added: 0, changed: 2 })
  const { items } = await office().list({ limit: 10 })
  const [lake, east] = [items.find(({ code }) => code === 'LAKE-01'), items.find(({ name }) => name === '东桥市场')]
  expect(lake?.name).toBe('临湖大市场')
  // An empty cell keeps what is there.
  expect(await office().get({ id: east?.id ?? '' })).toMatchObject({
    ...{ address: '东桥路1号', contactName: '温经理', contactPhone: '0500-6100009' },
    position: { longitude: 110.41, latitude: 30.21 },
  })
})

test('errors are told by cell, and with one of them nothing at all is taken', async () => {
  await house.as('administrator').units.create({
    ...{ parentId: house.seeded.units.west.id, kind: 'community', name: '柳荫社区', shortName: null, aliases: [] },
  })
  const before = (await office().list({ limit: 1 })).total
  const file = await sheetOf([
    ['', '好点位', '公厕', '小丘社区', '', '', '', '', '', ''],
    ['', '', '公厕', '没有的社区', '', '', '', '', '', ''],
    ['', '两可', '公厕', '柳荫社区', '', '', '', '', '', ''],
    ['坏 编号', '编号坏', '公厕', '小丘社区', '', '', '一三八', '', '', ''],
    ['', '位置半', '公厕', '小丘社区', '', '', '', '110.4', '', ''],
    ['', '位置远', '公厕', '小丘社区', '', '', '', '110.4', '130', ''],
    ['', '好点位', '公厕', '小丘社区', '', '', '', '', '', ''],
  ])
  const { errors, digest, rows } = await office().preview({ file })
  expect(errors.map(({ cell }) => cell)).toEqual(['B3', 'D3', 'D4', 'A5', 'G5', 'H6', 'I7', 'B8'])
  expect(errors.map(({ message }) => message)).toEqual(
    expect.arrayContaining([expect.stringContaining('有 2 个单位叫'), expect.stringContaining('没有的社区')]),
  )
  expect(rows.map(({ what }) => what)).toEqual(['added', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wrong'])
  await expect(office().apply({ file, digest })).rejects.toMatchObject({ code: 'import-has-errors' })
  expect((await office().list({ limit: 1 })).total).toBe(before)
})

test('what changed since the preview is not done unseen', async () => {
  const file = await sheetOf([['', '迟到的点', '公厕', '小丘社区', '', '', '', '', '', '']])
  const { digest } = await office().preview({ file })
  await office().create({ name: '迟到的点', pointType: '公厕', unitId: house.seeded.units.hill.id })
  await expect(office().apply({ file, digest })).rejects.toMatchObject({ code: 'import-gone' })
  const other = await sheetOf([['', '换掉的点', '公厕', '小丘社区', '', '', '', '', '', '']])
  await expect(office().apply({ file: other, digest })).rejects.toMatchObject({ code: 'import-gone' })
})

test('nobody imports beyond their reach, nor takes a point over by its code', async () => {
  await taken(await sheetOf([['FERRY-1', '渡口点', '公厕', '渡口社区', '', '', '', '', '', '']]))
  const file = await sheetOf([
    ['', '越界点', '公厕', '渡口社区', '', '', '', '', '', ''],
    ['FERRY-1', '拿走的点', '公厕', '荷塘社区', '', '', '', '', '', ''],
  ])
  const { errors } = await house.as('eastOfficer').points.preview({ file })
  expect(errors.map(({ cell }) => cell)).toEqual(['D2', 'A3'])
  await expect(house.as('willowUnit').points.preview({ file })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('what is exported can be read back, and is for who keeps the points', async () => {
  const fetched = (who: 'officer' | 'willowUnit') =>
    fetch(`${house.url}/api/v1/exports/points.xlsx`, { headers: { cookie: house.cookieOf(who) } })
  const reply = await fetched('officer')
  const bytes = await reply.arrayBuffer()
  const [rows] = Object.values(await textsOf(bytes))
  expect(rows?.[0]).toEqual(headings.map(words => words.replace('*', '')))
  // Of two units of one name each is named by the one above it.
  expect(rows?.find(row => row[1] === '东桥市场')?.[3]).toBe('东桥街道/柳荫社区')
  const again = await office().preview({ file: new File([bytes], '点位.xlsx') })
  expect(again).toMatchObject({ added: 0, changed: 0, errors: [] })
  expect(again.same).toBe((rows?.length ?? 0) - 1)
  expect((await fetched('willowUnit')).status).toBe(403)
})

test('a sheet without a needed column says which', async () => {
  const file = await sheetOf([['甲', '公厕']], ['点位名称', '类型'])
  expect((await office().preview({ file })).errors).toMatchObject([{ cell: 'A1', message: '缺少“责任单位”这一列' }])
})

test('the template has the headings to fill in', async () => {
  const reply = await fetch(`${house.url}/api/v1/points/template.xlsx`, {
    headers: { cookie: house.cookieOf('officer') },
  })
  expect((await textsOf(await reply.arrayBuffer())).点位?.[0]).toEqual(headings)
})
