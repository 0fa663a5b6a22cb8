import ExcelJS from 'exceljs'
import { personSheet, unitSheet } from './headings.ts'

const { Workbook } = ExcelJS

/** A spreadsheet as an office would fill it in: rows of texts under the headings. */
export const workbook = async (
  units: readonly (readonly string[])[],
  people: readonly (readonly string[])[] = [],
): Promise<File> => {
  const book = new Workbook()
  for (const [{ name, headings }, rows] of [
    [unitSheet, units],
    [personSheet, people],
  ] as const) {
    const sheet = book.addWorksheet(name)
    sheet.addRow(headings.map(({ words }) => words))
    for (const row of rows) sheet.addRow([...row])
  }
  return new File([await book.xlsx.writeBuffer()], '单位和人员.xlsx')
}

/** The texts of every sheet of a spreadsheet. */
export const textsOf = async (bytes: ArrayBuffer): Promise<Record<string, string[][]>> => {
  const book = new Workbook()
  await book.xlsx.load(bytes)
  return Object.fromEntries(
    book.worksheets.map(sheet => {
      const rows: string[][] = []
      sheet.eachRow(row => rows.push((row.values as ExcelJS.CellValue[]).slice(1).map(value => String(value ?? ''))))
      return [sheet.name, rows]
    }),
  )
}
