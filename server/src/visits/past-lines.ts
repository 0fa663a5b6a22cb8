import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import { sheetOf } from '../imports/book.ts'
import { readBook } from '../imports/read-book.ts'
import { Problem } from '../problem.ts'
import { pastSheet } from './past-sheet.ts'

/** A line of a list as texts, its headings among them; lines count from 1 and columns from 0. Empty lines are passed over. */
export type Line = { readonly row: number; readonly cells: readonly string[] }

/** Beyond it a list is to be cut in parts: one transaction does not take longer than somebody waits. */
const MOST = 500_000

/** Reads a list line by line as it is asked for, from CSV in UTF-8 or GB18030 as Excel writes it, or from a spreadsheet. */
export async function* pastLines(file: File): AsyncGenerator<Line> {
  const isBook = new Uint8Array(await file.slice(0, 2).arrayBuffer()).join() === '80,75'
  let row = 0
  for await (const line of isBook ? linesOfBook(file) : linesOfText(file)) {
    row = line.row
    if (row > MOST + 1) throw new Problem('too-large', { limit: `${MOST} 行` })
    if (line.cells.some(cell => cell.trim() !== '')) yield line
  }
  if (row === 0) throw new Problem('file-unreadable')
}

async function* linesOfBook(file: File): AsyncGenerator<Line> {
  const book = await readBook(await file.arrayBuffer())
  const sheet = sheetOf(book, pastSheet.name) ?? book.sheets[0]
  for (const { number, cells } of sheet?.rows ?? []) {
    const last = Math.max(0, ...cells.keys())
    yield { row: number, cells: Array.from({ length: last }, (_, at) => cells.get(at + 1) ?? '') }
  }
}

async function* linesOfText(file: File): AsyncGenerator<Line> {
  const reader = parse({ relax_column_count: true, relax_quotes: true, max_record_size: 100_000 })
  // What breaks it off is thrown where its lines are read.
  const lines: AsyncIterable<string[]> = pipeline(textOf(file), reader, () => {})
  let row = 0
  try {
    for await (const cells of lines) {
      row += 1
      yield { row, cells }
    }
  } catch {
    throw new Problem('file-unreadable')
  }
}

async function* textOf(file: File): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(file), { fatal: true })
  for await (const part of file.stream()) yield decoder.decode(part, { stream: true })
  yield decoder.decode()
}

const SNIFFED = 65_536

/** Told by the beginning of the file, its last, perhaps broken, character apart. */
const encodingOf = async (file: File): Promise<'utf-8' | 'gb18030'> => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(await file.slice(0, SNIFFED).arrayBuffer(), { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}
