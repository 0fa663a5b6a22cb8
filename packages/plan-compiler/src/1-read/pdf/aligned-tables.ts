import { type Row, type Run, rowsOf } from './page-lines.ts'
import { joinedLines, type Table } from './table-rows.ts'

/** What the heads of tables are called. Names set in columns and prose set in columns have none. */
const headWord =
  /序号|任务|内容|措施|项目|事项|单位|部门|责任|牵头|配合|时限|时间|期限|日期|备注|标准|要求|指标|目标|分值|姓名|职务|电话|地点|名称|类别|数量|金额|阶段/
const longestHead = 12
const fewestColumns = 3
const fewestRows = 2
/** Full cells stand closer to each other than the columns of a page do. */
const apart = 0.55

const isHead = (row: Row): boolean =>
  row.length >= fewestColumns &&
  row.every(({ text }) => text.trim().length <= longestHead && !/[。;；，,:：]/.test(text)) &&
  row.filter(({ text }) => headWord.test(text.replace(/\s/g, ''))).length >= 2

/** A column: how far to either side its words reach. */
type Column = { readonly left: number; readonly right: number }
/** A line of a table: the words that stand in each column, if any. */
type Cells = readonly (Run | undefined)[]
type Block = { readonly columns: readonly Column[]; readonly lines: readonly Cells[]; readonly rows: readonly Row[] }

/** Tables without lines: a head, and rows whose words stand in the columns of the head. */
export const alignedTables = (runs: readonly Run[]): readonly Table[] => {
  const rows = rowsOf(
    runs.filter(({ text }) => text.trim() !== ''),
    apart,
  )
  const tables: Table[] = []
  let at = 0
  while (at < rows.length) {
    const head = rows[at]
    const block = head && isHead(head) ? blockFrom(head, rows.slice(at + 1)) : null
    const table = block && tableOf(block, runs)
    if (table) tables.push(table)
    at += table && block ? block.rows.length : 1
  }
  return tables
}

const blockFrom = (head: Row, below: readonly Row[]): Block => {
  let columns: readonly Column[] = head.map(run => ({ left: run.x, right: run.x + run.width }))
  const lines: Cells[] = [head]
  const rows: Row[] = [head]
  for (const row of below) {
    const cells = inColumns(row, columns)
    // What stands alone goes on from a full line above it, or, under the head, from the page before.
    const begun = rows.some((one, i) => i > 0 && one.length >= columns.length - 1)
    if (!cells || (row.length === 1 && begun && !goesOn(cells, lines.at(-1) ?? [], columns))) break
    columns = columns.map((column, i) => reach(column, cells[i]))
    lines.push(cells)
    rows.push(row)
  }
  return { columns, lines, rows }
}

const reach = (column: Column, run: Run | undefined): Column =>
  run ? { left: Math.min(column.left, run.x), right: Math.max(column.right, run.x + run.width) } : column

/** The words of a line in their columns; null where some stand in two, two in one, or any outside. */
const inColumns = (row: Row, columns: readonly Column[]): Cells | null => {
  const cells: (Run | undefined)[] = columns.map(() => undefined)
  for (const run of row) {
    const at = columns.flatMap(({ left, right }, i) => (run.x < right && run.x + run.width > left ? [i] : []))
    const [only, more] = at
    if (only === undefined || more !== undefined || cells[only]) return null
    cells[only] = run
  }
  return cells
}

const isFull = (run: Run | undefined, column: Column | undefined): boolean =>
  run !== undefined && column !== undefined && column.right - (run.x + run.width) < run.height * 1.2

/** Whether every word of a line goes on from a full line above it. */
const goesOn = (cells: Cells, above: Cells, columns: readonly Column[]): boolean =>
  cells.every((run, i) => run === undefined || isFull(above[i], columns[i]))

const isWhole = (cells: Cells): boolean => cells.every(run => run !== undefined)

const longestName = 6

/** Lines of the block row by row: where the first column is narrow each of its words begins one, otherwise what does not go on. */
const logicalRows = ({ lines, columns }: Block): readonly (readonly Cells[])[] => {
  const narrow = lines.every(([first]) => first === undefined || first.text.trim().length <= longestName)
  const rows: Cells[][] = []
  for (const [i, cells] of lines.entries()) {
    const rest = goesOn(cells, lines[i - 1] ?? [], columns)
    const begins = isWhole(cells) || (narrow && rows.length > 1 ? cells[0] !== undefined : !rest)
    if (i === 0 || begins) rows.push([cells])
    else rows.at(-1)?.push(cells)
  }
  return rows
}

const tableOf = (block: Block, runs: readonly Run[]): Table | null => {
  const { columns, lines } = block
  const rows = logicalRows(block)
  const whole = lines.slice(1).filter(cells => cells.filter(run => run !== undefined).length >= columns.length - 1)
  if (rows.length - 1 < fewestRows || whole.length < fewestRows) return null
  const ys = block.rows.flat().map(run => run.y)
  const [top, foot] = [Math.max(...ys), Math.min(...ys)]
  return {
    rows: rows.map(row =>
      columns.map(({ left, right }, i) => {
        const inside = row.flatMap(cells => cells[i] ?? [])
        return joinedLines(inside, right - left + (inside[0]?.height ?? 0))
      }),
    ),
    top: top + 1,
    edges: lines[0]?.map(run => run?.x ?? 0) ?? [],
    runs: new Set(runs.filter(run => run.y <= top + 1 && run.y >= foot - 1)),
  }
}
