/** A line of a page; `linked` is how many of its characters are links, `row` the row of a table that it is. */
export type Line = {
  readonly text: string
  readonly linked: number
  readonly row: { readonly table: number; readonly number: number } | null
}

type Cell = { readonly lines: Line[]; readonly down: number; readonly across: number }
/** `above` are the cells that reach down into the next row, by their column: for how many rows, and what they say. */
type Table = {
  readonly id: number
  rows: number
  cells: Cell[]
  above: Map<number, { left: number; readonly text: string }>
}

/** What is being written while a page is walked. */
export const newPage = () => ({ lines: [] as Line[], tables: [] as Table[], begun: 0, number: '', text: '', linked: 0 })
export type Page = ReturnType<typeof newPage>

/** Tables within tables beyond this are read as running text. */
const deepest = 24

const sinkOf = ({ lines, tables }: Page): Line[] => tables.at(-1)?.cells.at(-1)?.lines ?? lines

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
  page.tables.push({ id: page.begun, rows: 0, cells: [], above: new Map() })
  return true
}

const [widest, highest] = [63, 500]
/** Longer words are no name of a group of rows, and would swell. */
const longestRepeated = 500

/** A cell, and over how many rows and columns it goes. */
export const beginCell = (page: Page, down = 1, across = 1): void => {
  endBlock(page)
  const within = (n: number, most: number): number => Math.min(Math.max(Math.trunc(n) || 1, 1), most)
  page.tables.at(-1)?.cells.push({ lines: [], down: within(down, highest), across: within(across, widest) })
}

/** A cell that holds whole passages or tables lays out a page; it tells nothing in columns. */
const isLayout = ({ lines }: Cell): boolean =>
  lines.some(line => line.row !== null) ||
  (lines.length > 3 && lines.reduce((sum, line) => sum + line.text.length, 0) > 200)

/** The words of each column: a cell over several rows says the same in each, one over several columns leaves the rest empty. */
const columnsOf = ({ cells, above }: Table): readonly string[] => {
  const columns: string[] = []
  const fromAbove = (): void => {
    for (let cell = above.get(columns.length); cell && cell.left > 0; cell = above.get(columns.length)) {
      cell.left--
      columns.push(cell.text)
    }
  }
  for (const { lines, down, across } of cells) {
    fromAbove()
    const text = lines.map(line => line.text.trim()).join(' ')
    for (let i = 0; i < across; i++) {
      const said = i === 0 ? text : ''
      above.set(columns.length, { left: down - 1, text: said.length > longestRepeated ? '' : said })
      columns.push(said)
    }
  }
  fromAbove()
  return columns
}

export const endRow = (page: Page): void => {
  endBlock(page)
  const table = page.tables.at(-1)
  if (!table || table.cells.length === 0) return
  const { cells } = table
  const alone = cells.length === 1 && ![...table.above.values()].some(({ left }) => left > 0)
  const columns = alone || cells.some(isLayout) ? [] : columnsOf(table)
  table.cells = []
  const outer = page.tables.at(-2)?.cells.at(-1)?.lines ?? page.lines
  if (columns.length === 0) {
    for (const { lines } of cells) outer.push(...lines)
    return
  }
  table.rows++
  const text = columns.join('\t')
  const linked = cells.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.linked, 0)
  if (text.trim() !== '') outer.push({ text, linked, row: { table: table.id, number: table.rows } })
}

export const endTable = (page: Page): void => {
  endRow(page)
  page.tables.pop()
}
