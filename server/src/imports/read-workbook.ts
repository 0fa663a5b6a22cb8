import type ExcelJS from 'exceljs'
import { excel } from '../exports/excel.ts'
import { Problem } from '../problem.ts'
import type { Wrong } from './cell-words.ts'
import { type Heading, personSheet, unitSheet } from './headings.ts'

export type CellError = Wrong & { readonly sheet: string; readonly cell: string; readonly value: string }

/** A row as written: texts by key, and where each stands. */
export type WrittenRow = {
  readonly sheet: string
  readonly row: number
  readonly texts: Readonly<Record<string, string>>
  readonly cells: Readonly<Record<string, string>>
}

export type Written = {
  readonly units: readonly WrittenRow[]
  readonly people: readonly WrittenRow[]
  readonly errors: readonly CellError[]
}

const MOST_ROWS = 20_000

/** Reads both sheets as text. A sheet that is not there is an empty one; a file with neither is refused. */
export const readWorkbook = async (bytes: ArrayBuffer): Promise<Written> => {
  const { Workbook } = await excel()
  const book = new Workbook()
  try {
    await book.xlsx.load(bytes)
  } catch {
    throw new Problem('file-unreadable')
  }
  const units = readSheet(book.getWorksheet(unitSheet.name), unitSheet.headings)
  const people = readSheet(book.getWorksheet(personSheet.name), personSheet.headings)
  if (units === null && people === null) throw new Problem('file-unreadable')
  return {
    units: units?.rows ?? [],
    people: people?.rows ?? [],
    errors: [...(units?.errors ?? []), ...(people?.errors ?? [])],
  }
}

type Sheet = { readonly rows: readonly WrittenRow[]; readonly errors: readonly CellError[] }

const readSheet = (sheet: ExcelJS.Worksheet | undefined, headings: readonly Heading[]): Sheet | null => {
  if (sheet === undefined) return null
  if (sheet.rowCount > MOST_ROWS) throw new Problem('too-large', { limit: `${MOST_ROWS} 行` })
  const columns = columnsOf(sheet, headings)
  const lost = headings.filter(({ key, needed }) => needed && columns[key] === undefined)
  if (lost.length > 0)
    return {
      rows: [],
      errors: lost.map(({ words }) => ({
        sheet: sheet.name,
        cell: 'A1',
        value: '',
        code: 'column-missing' as const,
        params: { column: words },
      })),
    }
  const rows: WrittenRow[] = []
  sheet.eachRow((row, number) => {
    if (number === 1) return
    const written = Object.entries(columns).map(([key, column]) => ({ key, cell: row.getCell(column) }))
    const texts = Object.fromEntries(written.map(({ key, cell }) => [key, textOf(cell)]))
    if (Object.values(texts).every(text => text === '')) return
    rows.push({
      sheet: sheet.name,
      row: number,
      texts,
      cells: Object.fromEntries(written.map(({ key, cell }) => [key, cell.address])),
    })
  })
  return { rows, errors: [] }
}

const columnsOf = (sheet: ExcelJS.Worksheet, headings: readonly Heading[]): Readonly<Record<string, number>> => {
  const found: Record<string, number> = {}
  sheet.getRow(1).eachCell((cell, column) => {
    const words = textOf(cell).replace(/[*＊\s]/g, '')
    const heading = headings.find(one => one.words === words)
    if (heading !== undefined) found[heading.key] ??= column
  })
  return found
}

const textOf = (cell: ExcelJS.Cell): string => {
  const { value } = cell
  if (value === null || value === undefined) return ''
  return cell.text.normalize('NFKC').trim()
}
