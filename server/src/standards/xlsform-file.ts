import { excel } from '../exports/excel.ts'
import type { FormRow, FormSheets } from './xlsform-sheets.ts'

/** The sheets as a workbook. Every cell is a text: a form is read by its words. */
export const xlsformFile = async (sheets: FormSheets): Promise<Uint8Array> => {
  const { Workbook } = await excel()
  const book = new Workbook()
  for (const name of ['survey', 'choices', 'settings'] as const) {
    const rows = sheets[name]
    const columns = columnsOf(rows, first[name])
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(key => ({ key, header: key, width: widths[key] ?? 18, style: { numFmt: '@' } }))
    sheet.getRow(1).font = { bold: true }
    for (const row of rows) sheet.addRow(row)
    for (const column of sheet.columns) column.hidden = column.key?.startsWith('luoshi_') ?? false
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** What every such sheet begins with. */
const first = {
  survey: ['type', 'name', 'label', 'hint', 'required', 'relevant', 'appearance'],
  choices: ['list_name', 'name', 'label'],
  settings: ['form_title', 'form_id', 'version', 'instance_name'],
} as const

const widths: Readonly<Record<string, number>> = { label: 44, hint: 44, relevant: 32, required: 28, form_id: 40 }

const columnsOf = (rows: readonly FormRow[], leading: readonly string[]): readonly string[] => [
  ...new Set([...leading, ...rows.flatMap(row => Object.keys(row))]),
]
