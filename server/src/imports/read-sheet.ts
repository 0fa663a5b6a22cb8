import { addressOf, firstRow, type Sheet } from './book.ts'
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

/**
 * Reads a sheet as text, by its headings in whatever order they stand. Empty rows are passed over. Names are made alike however
 * they were typed; sentences keep their punctuation.
 */
export const readSheet = (
  sheet: Sheet,
  headings: readonly Heading[],
  holds: 'names' | 'sentences' = 'names',
): WrittenSheet => {
  const columns = columnsOf(sheet, headings)
  const lost = headings.filter(({ key, needed }) => needed && columns[key] === undefined)
  if (lost.length > 0) return { rows: [], lost }
  const rows = sheet.rows.flatMap(({ number, cells }): WrittenRow[] => {
    if (number === 1) return []
    const written = Object.entries(columns)
    const texts = Object.fromEntries(written.map(([key, column]) => [key, tidied(cells.get(column), holds)]))
    if (Object.values(texts).every(text => text === '')) return []
    const places = Object.fromEntries(written.map(([key, column]) => [key, addressOf(column, number)]))
    return [{ sheet: sheet.name, row: number, texts, cells: places }]
  })
  return { rows, lost: [] }
}

const columnsOf = (sheet: Sheet, headings: readonly Heading[]): Readonly<Record<string, number>> => {
  const found: Record<string, number> = {}
  for (const [column, text] of firstRow(sheet)) {
    const words = tidied(text, 'names').replace(/[*＊\s]/g, '')
    const heading = headings.find(one => one.words === words)
    if (heading !== undefined) found[heading.key] ??= column
  }
  return found
}

const tidied = (text: string | undefined, holds: 'names' | 'sentences'): string =>
  (text ?? '').normalize(holds === 'names' ? 'NFKC' : 'NFC').trim()
