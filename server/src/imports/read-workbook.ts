import { Problem } from '../problem.ts'
import { type Book, sheetOf } from './book.ts'
import type { Wrong } from './cell-words.ts'
import { type Heading, personSheet, unitSheet } from './headings.ts'
import { readBook } from './read-book.ts'
import { readSheet, type WrittenRow } from './read-sheet.ts'

export type CellError = Wrong & { readonly sheet: string; readonly cell: string; readonly value: string }

export type Written = {
  readonly units: readonly WrittenRow[]
  readonly people: readonly WrittenRow[]
  readonly errors: readonly CellError[]
}

/** Reads both sheets as text. A sheet that is not there is an empty one; a file with neither is refused. */
export const readWorkbook = async (bytes: ArrayBuffer): Promise<Written> => {
  const book = await readBook(bytes)
  const units = readKnown(book, unitSheet)
  const people = readKnown(book, personSheet)
  if (units === null && people === null) throw new Problem('file-unreadable')
  return {
    units: units?.rows ?? [],
    people: people?.rows ?? [],
    errors: [...(units?.errors ?? []), ...(people?.errors ?? [])],
  }
}

type Known = { readonly name: string; readonly headings: readonly Heading[] }

const readKnown = (book: Book, { name, headings }: Known) => {
  const sheet = sheetOf(book, name)
  if (sheet === undefined) return null
  const { rows, lost } = readSheet(sheet, headings)
  const errors = lost.map(
    ({ words }): CellError => ({
      ...{ sheet: sheet.name, cell: 'A1', value: '' },
      ...{ code: 'column-missing', params: { column: words } },
    }),
  )
  return { rows, errors }
}
