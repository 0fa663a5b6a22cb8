import { newCounter, readNumbering } from './docx-numbering.ts'
import { attribute, type Piece, piecesOf } from './markup.ts'

/** The parts of a Word file that hold words. */
export type DocxParts = {
  readonly document: string
  readonly numbering: string
  readonly styles: string
  readonly footnotes: string
}

type Numbered = { readonly id: string; readonly level: number }
type Cell = { lines: string[]; merged: boolean }
type Table = { cells: Cell[]; above: string[] }

const hidden = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText', 'w:rPrChange', 'w:pPrChange'])

/** Numbering that paragraphs take from their style. */
const numberedStyles = (xml: string): ReadonlyMap<string, Numbered> => {
  const found = new Map<string, Numbered>()
  let [style, level] = ['', 0]
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'text' || piece.kind === 'close') continue
    if (piece.name === 'w:style') [style, level] = [attribute(piece.attributes, 'w:styleId') ?? '', 0]
    if (piece.name === 'w:ilvl') level = Number(attribute(piece.attributes, 'w:val') ?? 0)
    if (piece.name === 'w:numId') found.set(style, { id: attribute(piece.attributes, 'w:val') ?? '', level })
  }
  return found
}

const notesOf = (xml: string): ReadonlyMap<string, string> => {
  const notes = new Map<string, string>()
  let id = ''
  for (const piece of piecesOf(xml)) {
    if (piece.kind === 'text') {
      if (id !== '' && piece.text.trim() !== '') notes.set(id, (notes.get(id) ?? '') + piece.text)
    } else if (piece.name === 'w:footnote')
      id = piece.kind === 'open' ? (attribute(piece.attributes, 'w:id') ?? '') : ''
  }
  return notes
}

/** What is being written while the document is walked. */
const newPage = () => ({
  lines: [] as string[],
  words: [] as string[],
  notes: [] as string[],
  tables: [] as Table[],
  boxes: [] as string[][],
  number: null as Numbered | null,
  style: '',
})
type Page = ReturnType<typeof newPage>

const endParagraph = (page: Page, marker: string): void => {
  const words = page.words.join('')
  const line = words.trim() === '' ? '' : marker + words
  const cell = page.tables.at(-1)?.cells.at(-1)
  if (cell) cell.lines.push(line)
  else page.lines.push(line, ...page.notes.map(note => `注:${note}`))
  if (!cell) page.notes = []
  page.words = []
}

const endRow = (page: Page): void => {
  const table = page.tables.at(-1)
  if (!table) return
  const cells = table.cells.map((cell, i) => {
    const text = cell.lines
      .filter(l => l !== '')
      .join(' ')
      .replaceAll('\t', ' ')
    return cell.merged && text === '' ? (table.above[i] ?? '') : text
  })
  table.above = cells
  table.cells = []
  const outer = page.tables.at(-2)?.cells.at(-1)
  if (outer) outer.lines.push(cells.join(' '))
  else page.lines.push(cells.length === 1 ? (cells[0] ?? '') : cells.join('\t'))
}

const openTag = (page: Page, name: string, attributes: string, notes: ReadonlyMap<string, string>): void => {
  const value = attribute(attributes, 'w:val') ?? ''
  if (name === 'w:p') [page.number, page.style] = [null, '']
  else if (name === 'w:pStyle') page.style = value
  else if (name === 'w:ilvl') page.number = { id: page.number?.id ?? '', level: Number(value) || 0 }
  else if (name === 'w:numId') page.number = { id: value, level: page.number?.level ?? 0 }
  else if (name === 'w:tab' && !attributes.includes('w:pos')) page.words.push(' ')
  else if (name === 'w:br' || name === 'w:cr') page.words.push('\n')
  else if (name === 'w:noBreakHyphen') page.words.push('-')
  else if (name === 'w:tbl') page.tables.push({ cells: [], above: [] })
  else if (name === 'w:tc') page.tables.at(-1)?.cells.push({ lines: [], merged: false })
  else if (name === 'w:vMerge' && value !== 'restart') {
    const cell = page.tables.at(-1)?.cells.at(-1)
    if (cell) cell.merged = true
  } else if (name === 'w:footnoteReference') {
    const note = notes.get(attribute(attributes, 'w:id') ?? '')
    if (note !== undefined) page.notes.push(note.trim())
  }
}

/** A text box is read after the paragraph it hangs on. */
const boxed = (page: Page, piece: Piece): boolean => {
  if (piece.kind === 'text' || piece.name !== 'w:txbxContent') return false
  if (piece.kind === 'open') {
    page.boxes.push(page.words)
    page.words = []
  } else page.words = page.boxes.pop() ?? []
  return true
}

/** The text of a Word document: deletions dropped, insertions kept, automatic numbers written out, rows as tabbed cells. */
export const textOfDocx = (parts: DocxParts): string => {
  const page = newPage()
  const notes = notesOf(parts.footnotes)
  const styles = numberedStyles(parts.styles)
  const count = newCounter(readNumbering(parts.numbering))
  let dropped = 0
  let inText = false
  for (const piece of piecesOf(parts.document)) {
    if (piece.kind === 'text') {
      if (inText && dropped === 0) page.words.push(piece.text)
      continue
    }
    const { name, kind } = piece
    if (hidden.has(name) && kind !== 'empty') dropped += kind === 'open' ? 1 : -1
    if (name === 'w:t') inText = kind === 'open'
    if (dropped > 0 || boxed(page, piece)) continue
    if (kind !== 'close') openTag(page, name, piece.attributes, notes)
    if (name === 'w:p' && kind !== 'open') {
      const number = page.number ?? styles.get(page.style) ?? null
      const marker = number && page.words.join('').trim() !== '' ? count(number.id, number.level) : ''
      endParagraph(page, marker)
    }
    if (name === 'w:tr' && kind === 'close') endRow(page)
    if (name === 'w:tbl' && kind === 'close') page.tables.pop()
  }
  return page.lines.join('\n')
}
