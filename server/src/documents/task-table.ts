import type ExcelJS from 'exceljs'
import { excel } from '../exports/excel.ts'

export type TaskTableRow = {
  readonly section: string
  readonly text: string
  readonly lead: readonly string[]
  readonly responsible: readonly string[]
  readonly support: readonly string[]
  readonly phase: string | null
  /** `YYYY-MM-DD`. */
  readonly dueOn: string | null
}

export type TaskTable = { readonly title: string; readonly rows: readonly TaskTableRow[] }

const columns = [
  { heading: '序号', width: 6 },
  { heading: '任务', width: 46 },
  { heading: '牵头单位', width: 16 },
  { heading: '责任单位', width: 22 },
  { heading: '配合单位', width: 18 },
  { heading: '完成时限', width: 13 },
  { heading: '阶段', width: 14 },
  { heading: '出处', width: 10 },
] as const

const line = { style: 'thin', color: { argb: 'FF8A8578' } } as const
const borders = { top: line, left: line, bottom: line, right: line }

/** The programme's 责任分解表 as a spreadsheet that prints on A4 landscape, its heading on every page. */
export const taskTable = async ({ title, rows }: TaskTable): Promise<Uint8Array> => {
  const { Workbook } = await excel()
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('责任分解表', {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '2:2',
    },
    headerFooter: { oddFooter: '&C— &P —' },
    views: [{ state: 'frozen', ySplit: 2 }],
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  addTitle(sheet, `${title}责任分解表`)
  addHeadings(sheet)
  for (const [index, row] of rows.entries()) addRow(sheet, index + 1, row)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const addTitle = (sheet: ExcelJS.Worksheet, title: string): void => {
  const row = sheet.addRow([title])
  sheet.mergeCells(1, 1, 1, columns.length)
  row.height = 40
  row.getCell(1).font = { name: '方正小标宋简体', family: 1, size: 20 }
  row.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' }
}

const addHeadings = (sheet: ExcelJS.Worksheet): void => {
  const row = sheet.addRow(columns.map(({ heading }) => heading))
  row.height = 26
  row.eachCell(cell => {
    cell.font = { name: '黑体', size: 12 }
    cell.alignment = { horizontal: 'center', vertical: 'middle' }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3F0E9' } }
    cell.border = borders
  })
}

const addRow = (sheet: ExcelJS.Worksheet, number: number, task: TaskTableRow): void => {
  const names = (list: readonly string[]): string => list.join('、')
  const row = sheet.addRow([
    number,
    task.text,
    names(task.lead),
    names(task.responsible),
    names(task.support),
    task.dueOn ?? '',
    task.phase ?? '',
    task.section.replaceAll('/', ''),
  ])
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    cell.font = { name: '仿宋_GB2312', family: 1, size: 11 }
    cell.alignment = { vertical: 'middle', wrapText: true, horizontal: column === 1 || column >= 6 ? 'center' : 'left' }
    cell.border = borders
  })
}
