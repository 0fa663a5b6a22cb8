import { afterAll, beforeAll, expect, test } from 'vitest'
import { excel } from '../exports/excel.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { textsOf } from '../imports/workbook.testing.ts'
import { draftStandard, publishedStandard } from './standard.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const fetched = (path: string, who: 'officer' | 'stranger' | 'nobody' = 'officer') =>
  fetch(`${house.url}${path}`, who === 'nobody' ? {} : { headers: { cookie: house.cookieOf(who) } })
const fileAt = async (path: string) =>
  new File([await (await fetched(`/api/v1/standards/${path}`)).arrayBuffer()], 'x.xlsx')

test('a standard taken out as a spreadsheet and brought back is the same, criterion by criterion', async () => {
  const made = await house.as('officer').standards.create({
    ...{ unitId: house.seeded.units.county.id, title: '商超标准', pointType: '商场超市', ready: 'mall' },
  })
  const read = await house
    .as('officer')
    .standards.read({ file: await fileAt(`${made.id}/table.xlsx`), standardId: made.id })
  expect(read).toMatchObject({ kind: 'table', title: '商超标准', pointType: '商场超市', errors: [], leftOut: [] })
  expect(read.content).toEqual(made.content.map(({ sentence: _, ...one }) => one))
  const form = await house
    .as('officer')
    .standards.read({ file: await fileAt(`${made.id}/xlsform.xlsx`), standardId: made.id })
  expect(form).toMatchObject({ kind: 'xlsform', errors: [], leftOut: [] })
  expect(form.content).toEqual(read.content)
})

test('brought into another standard, lines are new criteria there', async () => {
  const [one, other] = [await draftStandard(house), await draftStandard(house)]
  const read = await house
    .as('officer')
    .standards.read({ file: await fileAt(`${one.id}/table.xlsx`), standardId: other.id })
  const { id, version, title, pointType } = other
  // The same words are the same criterion of the standard they are brought into.
  expect(read.content.map(({ id: own }) => own)).toEqual(other.content.map(({ id: own }) => own))
  const saved = await house.as('officer').standards.save({ id, version, title, pointType, content: read.content })
  expect(saved.content).toHaveLength(2)
})

test('the template has the headings to fill in and says how', async () => {
  const sheets = await textsOf(await (await fetched('/api/v1/standards/template.xlsx')).arrayBuffer())
  expect(Object.keys(sheets)).toEqual(['标准', '检查项', '填写说明'])
  expect(sheets.检查项?.[0]?.slice(0, 4)).toEqual(['分组', '检查项*', '分值', '一票否决'])
  expect((await fetched('/api/v1/standards/template.xlsx', 'nobody')).status).toBe(401)
})

test('errors are told by cell, in the reader’s language, and nothing is taken then', async () => {
  const { Workbook } = await excel()
  const book = new Workbook()
  const sheet = book.addWorksheet('检查项')
  sheet.addRows([
    ['检查项', '分值', '一票否决', '必备材料', '拍照'],
    ['地面干净', '2', '是', '巡查记录（记录，12个月）', '必拍'],
    ['灯', '零', '也许', '名册（无此类）', '随便'],
    ['地面干净', '', '', '', ''],
  ])
  const file = new File([await book.xlsx.writeBuffer()], 'x.xlsx')
  const { errors, content, rows } = await house.as('officer').standards.read({ file })
  expect(errors.map(({ cell }) => cell)).toEqual(['A3', 'B3', 'C3', 'D3', 'E3', 'A4'])
  expect(errors[1]?.message).toContain('大于 0')
  expect([content, rows]).toEqual([[], 3])
})

test('a file without a sheet of criteria is no standard, and one without the column says which', async () => {
  const { Workbook } = await excel()
  const other = new Workbook()
  other.addWorksheet('别的')
  const office = house.as('officer').standards
  const fileOf = async (book: typeof other) => new File([await book.xlsx.writeBuffer()], 'x.xlsx')
  await expect(office.read({ file: await fileOf(other) })).rejects.toMatchObject({ code: 'file-unreadable' })
  other.addWorksheet('检查项').addRow(['分值'])
  expect((await office.read({ file: await fileOf(other) })).errors).toMatchObject([
    { cell: 'A1', message: '缺少“检查项”这一列' },
  ])
  await expect(house.as('willowUnit').standards.read({ file: await fileOf(other) })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})

test('files of a standard are for who may read it, and leaving the house is on record', async () => {
  const { id } = await publishedStandard(house, { pointType: '外带' })
  expect((await fetched(`/api/v1/standards/${id}/table.xlsx`, 'stranger')).status).toBe(404)
  expect((await fetched(`/api/v1/standards/${id}/xlsform.xlsx`, 'nobody')).status).toBe(401)
  expect((await fetched(`/api/v1/standards/${id}/xlsform.xlsx?number=9`)).status).toBe(404)
  expect((await fetched(`/api/v1/standards/${id}/table.xlsx`)).status).toBe(200)
  const { items } = await house.as('auditor').audit.list({ subjectId: id })
  expect(items[0]).toMatchObject({ action: 'standard.read', content: { what: 'exported', as: 'table' } })
})

test('the public page shows a published standard to everybody, and nothing besides', async () => {
  const office = house.as('officer').standards
  const made = await publishedStandard(house, { pointType: '公示类', title: '公示<标准>' })
  const [first, second] = made.content
  if (first === undefined || second === undefined) throw new Error('two criteria')
  const { id, version, title, pointType } = made
  const draft = await office.save({
    ...{ id, version, title, pointType },
    content: [{ ...first, text: '只在草稿里的话' }, second],
  })
  const page = await fetched(`/public/standards/${id}`, 'nobody')
  const text = await page.text()
  expect(page.status).toBe(200)
  expect(text).toContain('公示&lt;标准&gt;')
  expect(text).toContain('第 1 版')
  expect(text).toContain('2026年3月2日起执行')
  expect(text).toContain('地面干净')
  for (const secret of ['只在草稿里的话', '陈办', house.seeded.tenantId, first.id]) expect(text).not.toContain(secret)

  const hidden = await office.show({ id, version: draft.version, isPublic: false })
  expect((await fetched(`/public/standards/${id}`, 'nobody')).status).toBe(404)
  const shown = await office.show({ id, version: hidden.version, isPublic: true })
  await office.archive({ id, version: shown.version })
  expect((await fetched(`/public/standards/${id}`, 'nobody')).status).toBe(404)
})

test('a draft that was never published, and what is no id, have no public page', async () => {
  const { id } = await draftStandard(house, { pointType: '未公布' })
  for (const asked of [id, 'x', "1' or '1'='1", house.house.ids.next()]) {
    const reply = await fetched(`/public/standards/${encodeURIComponent(asked)}`, 'nobody')
    expect(reply.status).toBe(404)
    expect(await reply.text()).toContain('没有找到这份标准')
  }
})
