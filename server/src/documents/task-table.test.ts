import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { comparisonDocument } from './comparison-document.ts'
import { hasLibreOffice, printed } from './libre-office.testing.ts'
import { taskTable } from './task-table.ts'

const open = async (bytes: Uint8Array): Promise<ExcelJS.Worksheet> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer) // the writer gives a plain buffer
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const rows = [
  {
    section: '三/(一)',
    text: '清理楼道堆物',
    lead: ['城管科'],
    responsible: ['滨河社区', '柳园社区'],
    support: ['物业公司'],
    phase: '集中整治',
    dueOn: '2026-05-20',
  },
  { section: '三/(二)', text: '补齐照明', lead: [], responsible: ['物业科'], support: [], phase: null, dueOn: null },
]

test('the table has a row for each task, with its parties joined and its due day', async () => {
  const sheet = await open(await taskTable({ title: '环境整治方案', rows }))
  expect(sheet.getRow(3).values).toEqual([
    undefined,
    1,
    '清理楼道堆物',
    '城管科',
    '滨河社区、柳园社区',
    '物业公司',
    '2026-05-20',
    '集中整治',
    '三(一)',
  ])
  expect(sheet.getRow(4).getCell(4).value).toBe('物业科')
  expect(sheet.rowCount).toBe(4)
})

test('it prints on A4 landscape, as wide as the page, with its heading on every page', async () => {
  const { pageSetup } = await open(await taskTable({ title: '环境整治方案', rows }))
  expect(pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '2:2',
  })
})

test.skipIf(!hasLibreOffice)(
  'LibreOffice prints it on one sheet across, every word of it (skipped where its Calc is absent)',
  { timeout: 240_000 },
  async ({ skip }) => {
    const sheet = (await printed(await taskTable({ title: '环境整治方案', rows }), 'tasks.xlsx')) ?? skip('no Calc')
    expect(sheet).toMatchObject({ pages: 1, width: 842, height: 595 })
    for (const words of ['环境整治方案', '清理楼道堆物', '柳园社区', '2026-05-20'])
      expect(sheet.text.replace(/\s/g, '')).toContain(words)
  },
)

test('a comparison says how many items are new, changed and gone, and sets the sentences side by side', async () => {
  const bytes = await comparisonDocument({
    title: '环境整治方案',
    before: '第 1 版',
    after: '第 2 版',
    changes: [
      {
        what: 'changed',
        kind: '任务',
        before: '5月20日前清理楼道',
        after: '5月31日前清理楼道',
        work: '4 项交办，1 项办结',
      },
      { what: 'gone', kind: '指标', before: '亮灯率 98%', after: null, work: null },
    ],
  })
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  expect(value).toContain('新增 0 项，修改 1 项，删去 1 项')
  expect(value.indexOf('5月20日前清理楼道')).toBeLessThan(value.indexOf('5月31日前清理楼道'))
})
