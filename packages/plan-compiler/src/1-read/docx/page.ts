import type { Place } from '../../plan.ts'
import type { PlacedLine, Where } from '../places.ts'
import type { Numbered } from './numbering.ts'

type Cell = { lines: string[]; merged: boolean; width: number }
type Table = { cells: Cell[]; above: readonly string[]; rows: number }

const newParagraph = () => ({
  words: [] as string[],
  notes: [] as string[],
  number: null as Numbered | null,
  style: '',
  /** Its mark was deleted: the next one goes on with its words. */
  runsOn: false,
})
type Paragraph = ReturnType<typeof newParagraph>

/** The document itself, or a text box that hangs on a paragraph of it. */
const newSheet = () => ({
  lines: [] as PlacedLine[],
  tables: [] as Table[],
  paragraph: newParagraph(),
  /** What stands in boxes, to follow the paragraph that they hang on. */
  boxed: [] as PlacedLine[],
})
type Sheet = ReturnType<typeof newSheet>

/** What is being written while a document is walked. */
export const newPage = () => ({ sheets: [newSheet()] as [Sheet, ...Sheet[]], paragraphs: 0, tables: 0, written: 0 })
export type Page = ReturnType<typeof newPage>

/** More than any plan has; notes and merged cells are repeated, so that a small file may ask for it. */
const mostCharacters = 12_000_000

export const isTooLong = ({ written }: Page): boolean => written > mostCharacters

/** What a footnote says, at the place that refers to it. */
export const addNote = (page: Page, note: string): void => {
  page.written += note.length
  paragraphOf(page).notes.push(note)
}

/** Boxes within boxes and tables within tables beyond this are read as if they were not there, but for their words. */
const deepest = 8

export const sheetOf = ({ sheets }: Page): Sheet => sheets[sheets.length - 1] ?? sheets[0]
export const paragraphOf = (page: Page): Paragraph => sheetOf(page).paragraph
const cellOf = ({ tables }: Sheet): Cell | undefined => tables.at(-1)?.cells.at(-1)

export const beginParagraph = (page: Page): void => {
  const sheet = sheetOf(page)
  const { runsOn, words, notes } = sheet.paragraph
  sheet.paragraph = newParagraph()
  if (runsOn) Object.assign(sheet.paragraph, { words, notes })
}

const inOneLine = (text: string): string => text.replace(/\s*[\n\t]\s*/g, ' ')

/** A paragraph is counted where it has words, as a reader counts. */
export const endParagraph = (page: Page, marker: string): void => {
  const sheet = sheetOf(page)
  const { words, notes, runsOn } = sheet.paragraph
  if (runsOn) return
  const text = words.join('')
  const line = text.trim() === '' ? '' : marker + text
  page.written += line.length
  const lines = [line, ...notes.map(note => `注:${note}`), ...sheet.boxed.map(boxed => boxed.text)]
  const cell = cellOf(sheet)
  if (cell) cell.lines.push(...lines.map(inOneLine))
  else {
    if (page.sheets.length === 1 && lines.some(one => one !== '')) page.paragraphs++
    const where = { paragraph: page.paragraphs + (page.sheets.length > 1 ? 1 : 0) }
    for (const one of lines) sheet.lines.push({ text: one, where })
  }
  sheet.boxed = []
  sheet.paragraph = newParagraph()
}

/** False where the table lies too deep to be one. */
export const beginTable = (page: Page): boolean => {
  const { tables } = sheetOf(page)
  if (tables.length >= deepest) return false
  if (tables.length === 0) page.tables++
  tables.push({ cells: [], above: [], rows: 0 })
  return true
}

export const endTable = (page: Page): void => {
  sheetOf(page).tables.pop()
}

export const beginCell = (page: Page): void => {
  sheetOf(page).tables.at(-1)?.cells.push({ lines: [], merged: false, width: 1 })
}

export const mergeCell = (page: Page): void => {
  const cell = cellOf(sheetOf(page))
  if (cell) cell.merged = true
}

const widest = 63

/** A row that begins further to the right: the columns before it are empty. */
export const leaveOut = (page: Page, columns: number): void => {
  for (let i = Math.min(columns, widest); i > 0; i--) beginCell(page)
}

export const widenCell = (page: Page, width: number): void => {
  const cell = cellOf(sheetOf(page))
  if (cell) cell.width = Math.min(Math.max(width, 1), widest)
}

/** The words of each column: a cell merged with the one above says the same, one over several columns leaves the rest empty. */
const columnsOf = ({ cells, above }: Table): readonly string[] => {
  const columns: string[] = []
  for (const { lines, merged, width } of cells) {
    const text = lines.filter(line => line !== '').join(' ')
    columns.push(merged && text === '' ? (above[columns.length] ?? '') : text, ...Array<string>(width - 1).fill(''))
  }
  return columns
}

const rowLine = (columns: readonly string[], where: Where): PlacedLine => {
  const inner: Place[] = []
  let start = 0
  for (const [i, text] of columns.entries()) {
    if (i > 0 && text !== '') inner.push({ start, ...where, cell: i + 1 })
    start += text.length + 1
  }
  return { text: columns.join('\t'), where: { ...where, cell: 1 }, inner }
}

export const endRow = (page: Page): void => {
  const sheet = sheetOf(page)
  const table = sheet.tables.at(-1)
  if (!table) return
  const single = table.cells.length === 1
  const columns = columnsOf(table)
  page.written += columns.reduce((sum, text) => sum + text.length + 1, 0)
  table.rows++
  table.above = columns
  table.cells = []
  const outer = sheet.tables.at(-2)?.cells.at(-1)
  if (outer) outer.lines.push(columns.filter(text => text !== '').join(' '))
  else if (columns.some(text => text !== ''))
    sheet.lines.push(rowLine(single ? columns.slice(0, 1) : columns, { table: page.tables, row: table.rows }))
}

/** False where the box lies too deep to be one. */
export const beginBox = (page: Page): boolean => {
  if (page.sheets.length >= deepest) return false
  page.sheets.push(newSheet())
  return true
}

export const endBox = (page: Page): void => {
  if (page.sheets.length < 2) return
  const [box] = page.sheets.splice(-1)
  sheetOf(page).boxed.push(...(box?.lines ?? []))
}
