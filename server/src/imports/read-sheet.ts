import type ExcelJS from 'exceljs'
import { excel } from '../exports/excel.ts'
import { Problem } from '../problem.ts'
import type { Heading } from './headings.ts'

/** A row as written: texts by key, and where each stands. */
export type WrittenRow = {
  readonly sheet: string
  readonly row: number
  readonly texts: Readonly<Record<string, string>>
  readonly cells: Readonly<Record<string, string>>
}

/** The rows of a sheet, or the columns it would need for that. */
export type WrittenSheet = { readonly rows: readonly WrittenRow[]; readonly lost: readonly Heading[] }

const MOST_ROWS = 20_000

export const openWorkbook = async (bytes: ArrayBuffer): Promise<ExcelJS.Workbook> => {
  const { Workbook } = await excel()
  const book = new Workbook()
  try {
    await book.xlsx.load(bytes)
  } catch {
    throw new Problem('file-unreadable')
  }
  return book
}

/**
 * Reads a sheet as text, by its headings in whatever order they stand. Empty rows are passed over. Names are made alike however
 * they were typed; sentences keep their punctuation.
 */
export const readSheet = (
  sheet: ExcelJS.Worksheet,
  headings: readonly Heading[],
  holds: 'names' | 'sentences' = 'names',
): WrittenSheet => {
  if (sheet.rowCount > MOST_ROWS) throw new Problem('too-large', { limit: `${MOST_ROWS} 行` })
  const columns = columnsOf(sheet, headings)
  const lost = headings.filter(({ key, needed }) => needed && columns[key] === undefined)
  if (lost.length > 0) return { rows: [], lost }
  const rows: WrittenRow[] = []
  sheet.eachRow((row, number) => {
    if (number === 1) return
    const written = Object.entries(columns).map(([key, column]) => ({ key, cell: row.getCell(column) }))
    const texts = Object.fromEntries(written.map(({ key, cell }) => [key, textOf(cell, holds)]))
    if (Object.values(texts).every(text => text === '')) return
    rows.push({
      sheet: sheet.name,
      row: number,
      texts,
      cells: Object.fromEntries(written.map(({ key, cell }) => [key, cell.address])),
    })
  })
  return { rows, lost: [] }
}

const columnsOf = (sheet: ExcelJS.Worksheet, headings: readonly Heading[]): Readonly<Record<string, number>> => {
  const found: Record<string, number> = {}
  sheet.getRow(1).eachCell((cell, column) => {
    const words = textOf(cell, 'names').replace(/[*＊\s]/g, '')
    const heading = headings.find(one => one.words === words)
    if (heading !== undefined) found[heading.key] ??= column
  })
  return found
}

const textOf = (cell: ExcelJS.Cell, holds: 'names' | 'sentences'): string => {
  const { value } = cell
  if (value === null || value === undefined) return ''
  return cell.text.normalize(holds === 'names' ? 'NFKC' : 'NFC').trim()
}
