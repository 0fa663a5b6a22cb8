import type { Place } from '../../plan.ts'
import type { PlacedText } from '../places.ts'
import { isInMargin, type Line } from './page-lines.ts'
import type { Page, Part } from './page-parts.ts'
import { goingOn } from './spaces.ts'
import type { Table } from './table-rows.ts'
import { goingOnWith, isSameTable, type TableRow } from './whole-tables.ts'

/** Joins lines into paragraphs, over columns and pages, leaves out what is printed on every page, and sets tables row by row. */
export const joinPages = (pages: readonly Page[]): PlacedText => {
  const running = runningLines(pages)
  const edge = commonEdge(pages)
  const writing = newWriting()
  for (const [index, page] of pages.entries()) {
    writing.paragraph = 0
    for (const part of withKnownEdge(withoutMargins(page, running), edge))
      if (part.kind === 'table') addTable(writing, part.table, index + 1)
      else
        for (const line of part.lines) {
          endTable(writing)
          addLine(writing, line, index + 1)
        }
  }
  endTable(writing)
  return { text: writing.parts.join(''), places: writing.places }
}

/** What is being written while the pages are walked. */
const newWriting = () => ({
  places: [] as Place[],
  parts: [] as string[],
  length: 0,
  /** The line that the next may go on from. */
  last: null as Line | null,
  paragraph: 0,
  tables: 0,
  /** The table that the next page may go on with. */
  table: null as { readonly last: Table; readonly rows: readonly TableRow[] } | null,
})
type Writing = ReturnType<typeof newWriting>

const addLine = (writing: Writing, line: Line, page: number): void => {
  const { last, parts, places } = writing
  const goesOn = last !== null && continues(last, line)
  const words = goesOn ? goingOn(line.text.trim()) : line.text.trim()
  const before: string = parts.length === 0 ? '' : goesOn ? gap(parts.at(-1) ?? '', words) : '\n'
  if (goesOn && before === '' && isHyphened(parts.at(-1) ?? '', words)) {
    parts.push((parts.pop() ?? '').slice(0, -1))
    writing.length -= 1
  }
  // A paragraph that runs over has a second place, on the page it runs on to.
  if (!goesOn || writing.paragraph === 0) {
    writing.paragraph += 1
    places.push({ start: writing.length + before.length, page, paragraph: writing.paragraph })
  }
  parts.push(before, words)
  writing.length += before.length + words.length
  writing.last = line
}

const addTable = (writing: Writing, table: Table, page: number): void => {
  const open = writing.table
  if (open && isSameTable(open.last, table)) {
    writing.table = { last: table, rows: goingOnWith(open.rows, table, page) }
    return
  }
  endTable(writing)
  writing.table = { last: table, rows: table.rows.map(cells => ({ cells, page })) }
}

/** Each row is a line, its cells parted by tabs, as from a Word file. */
const endTable = (writing: Writing): void => {
  const { table, places, parts } = writing
  if (!table) return
  writing.table = null
  writing.last = null
  writing.tables += 1
  for (const [i, { cells, page }] of table.rows.entries()) {
    const before = parts.length === 0 ? '' : '\n'
    let start = writing.length + before.length
    for (const [cell, text] of cells.entries()) {
      if (text !== '' || cell === 0) places.push({ start, page, table: writing.tables, row: i + 1, cell: cell + 1 })
      start += text.length + 1
    }
    parts.push(before, cells.join('\t'))
    writing.length = start - 1
  }
}

const numbered =
  /^(?:第[一二三四五六七八九十\d]{1,3}[章节条部]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|[①-⑳●■◆])/
const labelled = /^[^:：。,，]{1,10}[:：]/

/** What is numbered begins anew, and so does what has a label, after a full stop. */
const beginsAnew = (before: Line, line: Line): boolean =>
  numbered.test(line.text) || (/[。;；]$/.test(before.text) && labelled.test(line.text))

/** A line goes on where the one before is full, in the same size, and it is not indented itself. */
const continues = (before: Line, line: Line): boolean =>
  !beginsAnew(before, line) &&
  before.x + before.width > before.right - before.height * 1.6 &&
  line.x < line.left + line.height &&
  Math.abs(before.height - line.height) < 1.5 &&
  before.right - before.left > before.height * 8

/** A word broken at the end of a line. */
const isHyphened = (text: string, next: string): boolean => /[a-z]-$/.test(text) && /^[a-z]/.test(next)

const gap = (text: string, next: string): string => (/[A-Za-z0-9]$/.test(text) && /^[A-Za-z]/.test(next) ? ' ' : '')

const linesOf = ({ parts }: Pick<Page, 'parts'>): readonly Line[] =>
  parts.flatMap(part => (part.kind === 'lines' ? part.lines : []))

/** How far most pages are written on; a page that ends soon does not show it. */
const commonEdge = (pages: readonly Page[]): number => {
  const edges = pages.map(page => Math.max(0, ...linesOf(page).map(line => line.right))).sort((a, b) => a - b)
  return edges[Math.floor(edges.length / 2)] ?? 0
}

const few = 4

const withKnownEdge = (parts: readonly Part[], edge: number): readonly Part[] =>
  linesOf({ parts }).length >= few
    ? parts
    : parts.map(part =>
        part.kind === 'table'
          ? part
          : { ...part, lines: part.lines.map(line => ({ ...line, right: Math.max(line.right, edge) })) },
      )

const isPageNumber = (text: string): boolean =>
  /^[—–\-·\s]*(第\s*)?\d{1,4}(\s*\/\s*\d{1,4})?(\s*页)?([,，\s]*共\s*\d{1,4}\s*页)?[—–\-·\s]*$/.test(text)

/** The number between dashes that official documents carry stands higher than most margins. */
const isDashedNumber = (text: string): boolean => /^[—–-]+\s*\d{1,4}\s*[—–-]+$/.test(text.trim())

const withoutMargins = ({ parts, height }: Page, running: ReadonlySet<string>): readonly Part[] => {
  const isKept = (line: Line): boolean => {
    if (isDashedNumber(line.text) && (line.y < height * 0.15 || line.y > height * 0.85)) return false
    return !isInMargin(line, height) || !(isPageNumber(line.text) || running.has(shape(line)))
  }
  return parts.map(part => (part.kind === 'table' ? part : { ...part, lines: part.lines.filter(isKept) }))
}

const shape = (line: Line): string => `${line.text.replace(/\d+/g, '#').trim()}@${Math.round(line.y / 8)}`

const runningLines = (pages: readonly Page[]): ReadonlySet<string> => {
  if (pages.length < 2) return new Set()
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const one of new Set(
      linesOf(page)
        .filter(line => isInMargin(line, page.height))
        .map(shape),
    ))
      counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= Math.max(2, pages.length * 0.6)).map(([one]) => one))
}
