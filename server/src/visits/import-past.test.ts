import { afterAll, beforeAll, expect, test } from 'vitest'
import { excel } from '../exports/excel.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { criterionOf, publishedStandard } from '../standards/standard.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  house.setClock('2026-03-18T09:00:00+08:00')
  await publishedStandard(house)
  for (const [code, unit] of [
    ['东桥市场', 'willow'],
    ['西桥市场', 'hill'],
  ] as const)
    await house.as('officer').points.create({ pointType: '农贸市场', name: code, unitId: house.seeded.units[unit].id })
  await house.as('officer').points.create({ pointType: '公厕', name: '河边公厕', unitId: house.seeded.units.willow.id })
  for (const { name, code } of (await house.as('officer').points.list({ limit: 10 })).items) codes[name] = code
})
afterAll(() => house.close())

const codes: Record<string, string> = {}
const office = () => house.as('officer').visits
const head = '点位编号,日期,检查项,结果,说明'
const listOf = (...lines: readonly string[]) =>
  new File(
    [[head, ...lines].join('\r\n').replaceAll(/东桥市场|西桥市场|河边公厕/g, name => codes[name] ?? '')],
    '以往.csv',
  )
const taken = async (file: File) => {
  const { digest } = await office().preview({ file })
  return office().apply({ file, digest })
}
const onDay = async (day: string) =>
  (await office().list({ limit: 200 })).items.filter(({ startedAt }) => startedAt.startsWith(day))

test('a list becomes visits, each of one point and day, and the same list once more changes nothing', async () => {
  const file = listOf(
    '东桥市场,2025-11-03,地面干净,符合,',
    '东桥市场,2025-11-03,2,不符合,"货物堵住, 过不去"',
    '西桥市场,2025年11月3日,通道畅通,基本符合,',
  )
  const preview = await office().preview({ file })
  expect(preview).toMatchObject({ visits: 2, added: 3, changed: 0, same: 0, wrong: 0, errors: [] })
  expect(await onDay('2025-11-03')).toEqual([])
  expect(await office().apply({ file, digest: preview.digest })).toEqual({ visits: 2, added: 3, changed: 0 })

  const [east, west] = (await onDay('2025-11-03')).toSorted((one, other) => one.lacking - other.lacking)
  expect(east).toMatchObject({ point: { name: '东桥市场' }, conforms: 1, fails: 1, score: 50, lacking: 0, round: null })
  // One of two criteria was looked at: no whole visit, and no score.
  expect(west).toMatchObject({ point: { name: '西桥市场' }, mostly: 1, score: null, lacking: 1 })
  const { observations, note } = await office().get({ id: east?.id ?? '' })
  expect(observations.map(one => one.note)).toContain('货物堵住, 过不去')
  expect(note).toContain('以往.csv')

  expect(await office().preview({ file })).toMatchObject({ added: 0, changed: 0, same: 3 })
  expect(await taken(file)).toMatchObject({ added: 0, changed: 0 })
})

test('a later list corrects what it names and completes a visit, and leaves the rest as it was', async () => {
  const corrected = listOf('东桥市场,2025-11-03,通道畅通,符合,', '西桥市场,2025-11-03,1,不符合,')
  expect(await taken(corrected)).toEqual({ visits: 2, added: 1, changed: 1 })
  const [one, other] = (await onDay('2025-11-03')).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
  expect(one).toMatchObject({ point: { name: '东桥市场' }, conforms: 2, score: 100 })
  expect(other).toMatchObject({ point: { name: '西桥市场' }, mostly: 1, fails: 1, score: 25, lacking: 0 })
})

test('past failures open no case, and one row of the audit says what was taken', async () => {
  expect((await house.as('officer').cases.list({ limit: 1 })).total).toBe(0)
  const { items } = await house.as('auditor').audit.list({ action: 'visit.import', limit: 10 })
  expect(items[0]).toMatchObject({ subject: '以往.csv', content: { visits: 2, added: 1, changed: 1 } })
})

test('errors are told by cell, and with one of them nothing at all is taken', async () => {
  const before = (await office().list({ limit: 1 })).total
  const file = listOf(
    '东桥市场,2025-12-01,地面干净,符合,',
    '没有的,2025-12-01,地面干净,符合,',
    '东桥市场,2026-03-19,地面干净,符合,',
    '东桥市场,2025-02-30,地面干净,符合,',
    '东桥市场,2025-12-01,没有的检查项,符合,',
    '东桥市场,2025-12-01,通道畅通,很好,',
    '河边公厕,2025-12-01,地面干净,符合,',
    '东桥市场,2025-12-01,1,不符合,',
    `东桥市场,2025-12-02,1,不符合,${'长'.repeat(2001)}`,
  )
  const { digest, wrong, errors } = await office().preview({ file })
  expect(errors.map(({ cell }) => cell)).toEqual(['A3', 'B4', 'B5', 'C6', 'D7', 'A8', 'C9', 'E10'])
  expect(wrong).toBe(8)
  expect(errors[3]?.message).toContain('1 到 2')
  await expect(office().apply({ file, digest })).rejects.toMatchObject({ code: 'import-has-errors' })
  expect((await office().list({ limit: 1 })).total).toBe(before)
})

test('a street’s office takes what was seen at its own points; of others it learns nothing', async () => {
  const street = house.as('eastOfficer').visits
  const foreign = await street.preview({ file: listOf('西桥市场,2025-12-05,1,符合,', '东桥市场,2025-12-05,1,符合,') })
  const nowhere = await street.preview({ file: listOf('没有的,2025-12-05,1,符合,') })
  expect(foreign.errors.map(({ cell }) => cell)).toEqual(['A2'])
  expect(foreign.errors[0]?.message.replace(codes.西桥市场 ?? '', '没有的')).toBe(nowhere.errors[0]?.message)
  const stranger = house.as('stranger').visits
  expect((await stranger.preview({ file: listOf('东桥市场,2025-12-05,1,符合,') })).wrong).toBe(1)
  for (const who of ['willowWorker', 'inspector', 'leader', 'auditor', 'administrator'] as const)
    await expect(house.as(who).visits.preview({ file: listOf() })).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a list is taken as it was previewed, or not at all', async () => {
  const file = listOf('东桥市场,2025-12-08,1,符合,')
  const { digest } = await office().preview({ file })
  await taken(listOf('东桥市场,2025-12-08,1,不符合,'))
  await expect(office().apply({ file, digest })).rejects.toMatchObject({ code: 'import-gone' })
})

test('a visit that is on record stays held to its version when a later one is published', async () => {
  const { standards } = house.as('officer')
  const [held] = (await standards.list({ pointType: '农贸市场', limit: 1 })).items
  const { id, title, pointType, version, content } = await standards.get({ id: held?.id ?? '' })
  const more = [...content, criterionOf(house.house.ids.next(), '公示齐全')]
  const saved = await standards.save({ id, title, pointType, version, content: more })
  await standards.publish({ id, version: saved.version })
  const file = listOf('东桥市场,2025-11-03,公示齐全,符合,', '东桥市场,2025-12-15,公示齐全,符合,')
  expect((await office().preview({ file })).errors.map(({ cell }) => cell)).toEqual(['C2'])
})

test('lists come as Excel saves them: as a workbook, in the national encoding, with a mark at the beginning', async () => {
  const { Workbook } = await excel()
  const book = new Workbook()
  book
    .addWorksheet('以往考察')
    .addRows([
      head.split(','),
      [codes.东桥市场, new Date('2026-01-05T00:00:00Z'), 1, '符合', ''],
      [],
      [codes.东桥市场, '2026/1/6', '地面 干净', '不达标', ''],
    ])
  const workbook = new File([await book.xlsx.writeBuffer()], '以往.xlsx')
  expect(await office().preview({ file: workbook })).toMatchObject({ visits: 2, added: 2, errors: [] })

  const national = new Uint8Array([0xb5, 0xe3, 0xce, 0xbb, 0xb1, 0xe0, 0xba, 0xc5, 0x0a, 0x58, 0x0a])
  const { errors } = await office().preview({ file: new File([national], '以往.csv') })
  expect(errors.map(({ message }) => message)).toEqual(['缺少“日期”这一列', '缺少“检查项”这一列', '缺少“结果”这一列'])

  const marked = new File(['\ufeff', await listOf('东桥市场,2026-01-07,1,符合,').text()], '以往.csv')
  expect(await office().preview({ file: marked })).toMatchObject({ added: 1, errors: [] })
})

test('what is no list is refused with what to do', async () => {
  for (const bytes of ['', 'PK nothing of the kind'])
    await expect(office().preview({ file: new File([bytes], '以往.csv') })).rejects.toMatchObject({
      code: 'file-unreadable',
    })
})

test('of many errors the first are told, and how many there are', async () => {
  const lines = Array.from({ length: 2500 }, (_, n) => `没有的${n},2025-12-01,1,符合,`)
  const { wrong, errors } = await office().preview({ file: listOf(...lines) })
  expect(wrong).toBe(2500)
  expect(errors).toHaveLength(200)
  expect(errors.at(-1)?.cell).toBe('A201')
})
