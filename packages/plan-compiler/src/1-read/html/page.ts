/** A line of a page; `linked` is how many of its characters are links, `row` the row of a table that it is. */
export type Line = {
  readonly text: string
  readonly linked: number
  readonly row: { readonly table: number; readonly number: number } | null
}

type Table = { readonly id: number; rows: number; cells: Line[][] }

/** What is being written while a page is walked. */
export const newPage = () => ({ lines: [] as Line[], tables: [] as Table[], begun: 0, number: '', text: '', linked: 0 })
export type Page = ReturnType<typeof newPage>

/** Tables within tables beyond this are read as running text. */
const deepest = 24

const sinkOf = ({ lines, tables }: Page): Line[] => tables.at(-1)?.cells.at(-1) ?? lines

export const write = (page: Page, text: string, isLink: boolean): void => {
  page.text += text
  if (isLink) page.linked += text.replace(/\s/g, '').length
}

/** The number of an item of a list, which stands before its first words in whatever block they are. */
export const writeNumber = (page: Page, number: string): void => {
  page.number = number
}

export const endBlock = (page: Page): void => {
  const text = page.text.replace(/[ \t\r\n\f\v]+/g, ' ').replace(/^ | $/g, '')
  if (text.trim() !== '') {
    sinkOf(page).push({ text: page.number + text, linked: page.linked, row: null })
    page.number = ''
  }
  page.text = ''
  page.linked = 0
}

export const beginTable = (page: Page): boolean => {
  endBlock(page)
  if (page.tables.length >= deepest) return false
  page.begun++
  page.tables.push({ id: page.begun, rows: 0, cells: [] })
  return true
}

export const beginCell = (page: Page): void => {
  endBlock(page)
  page.tables.at(-1)?.cells.push([])
}

/** A cell that holds whole passages or tables lays out a page; it tells nothing in columns. */
const isLayout = (cell: readonly Line[]): boolean =>
  cell.some(line => line.row !== null) ||
  (cell.length > 3 && cell.reduce((sum, line) => sum + line.text.length, 0) > 200)

export const endRow = (page: Page): void => {
  endBlock(page)
  const table = page.tables.at(-1)
  if (!table || table.cells.length === 0) return
  const { cells } = table
  table.cells = []
  const outer = page.tables.at(-2)?.cells.at(-1) ?? page.lines
  if (cells.length === 1 || cells.some(isLayout)) {
    for (const line of cells.flat()) outer.push(line)
    return
  }
  table.rows++
  const text = cells.map(cell => cell.map(line => line.text.trim()).join(' ')).join('\t')
  const linked = cells.flat().reduce((sum, line) => sum + line.linked, 0)
  if (text.trim() !== '') outer.push({ text, linked, row: { table: table.id, number: table.rows } })
}

export const endTable = (page: Page): void => {
  endRow(page)
  page.tables.pop()
}
