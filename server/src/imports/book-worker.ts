import { parentPort, workerData } from 'node:worker_threads'
import { unpack } from '@luoshi/plan-compiler/1-read/unpack'
import type ExcelJS from 'exceljs'
import { excel } from '../exports/excel.ts'
import type { Row, Sheet } from './book.ts'
import type { BookAnswer } from './read-book.ts'

/** Runs on a thread of its own: reads one spreadsheet as texts, answers and ends. */
const MOST_ROWS = 20_000

const sheetIn = (sheet: ExcelJS.Worksheet): Sheet => {
  const rows: Row[] = []
  sheet.eachRow((row, number) => {
    const cells = new Map<number, string>()
    row.eachCell((cell, column) => {
      if (cell.value !== null && cell.value !== undefined) cells.set(column, cell.text)
    })
    rows.push({ number, cells })
  })
  return { name: sheet.name, rows }
}

const read = async (bytes: Uint8Array): Promise<BookAnswer> => {
  // The library unpacks whatever it is given: what would swell beyond reason does not reach it.
  const { kind } = unpack(bytes, () => true)
  if (kind === 'bomb') return { kind: 'too-large', limit: '96 MB' }
  if (kind === 'damaged') return { kind: 'unreadable' }
  const { Workbook } = await excel()
  const book = new Workbook()
  try {
    await book.xlsx.load(bytes.slice().buffer)
  } catch {
    return { kind: 'unreadable' }
  }
  if (book.worksheets.some(({ rowCount }) => rowCount > MOST_ROWS))
    return { kind: 'too-large', limit: `${MOST_ROWS} 行` }
  return { kind: 'book', book: { sheets: book.worksheets.map(sheetIn) } }
}

parentPort?.postMessage(await read(workerData as Uint8Array)) // what `readBook` gave
