import type { Run } from './page-lines.ts'
import type { Rule, Rules } from './rules.ts'
import { joinedLines, type Table } from './table-rows.ts'

/** Lines this near are one: borders are drawn double, and cell by cell. */
const near = 3
/** Passages set side by side in one box are columns of a page. */
const longestInRow = 120

/** The tables that are ruled on a page, with the words in their cells. Words outside stay with the page. */
export const ruledTables = (rules: Rules, runs: readonly Run[]): readonly Table[] =>
  gridsOf(rules).flatMap(grid => {
    const table = tableOf(grid, runs)
    return table ? [table] : []
  })

/** Where the lines of a table stand, from the left and from the top, and the lines themselves. */
type Grid = { readonly xs: readonly number[]; readonly ys: readonly number[]; readonly rules: Rules }

/** Lines that touch one another make a grid; a box of one cell makes none. */
const gridsOf = ({ across, down }: Rules): readonly Grid[] => {
  const groups = down.map((_, i) => i)
  const groupOf = (i: number): number => {
    let at = i
    while (groups[at] !== at) at = groups[at] ?? at
    return at
  }
  const first = across.map(rule => {
    const touching = down.flatMap((other, i) => (touch(rule, other) ? [i] : []))
    for (const i of touching) groups[groupOf(i)] = groupOf(touching[0] ?? i)
    return touching[0]
  })
  return [...new Set(groups.map((_, i) => groupOf(i)))].flatMap(group => {
    const rules = {
      across: across.filter((_, i) => first[i] !== undefined && groupOf(first[i]) === group),
      down: down.filter((_, i) => groupOf(i) === group),
    }
    const xs = placesOf(rules.down)
    const ys = placesOf(rules.across).toReversed()
    return xs.length >= 3 && ys.length >= 2 ? [{ xs, ys, rules }] : []
  })
}

const touch = (across: Rule, down: Rule): boolean =>
  down.at >= across.from - near &&
  down.at <= across.to + near &&
  across.at >= down.from - near &&
  across.at <= down.to + near

const placesOf = (rules: readonly Rule[]): readonly number[] => {
  const places: number[] = []
  for (const at of rules.map(rule => rule.at).sort((one, other) => one - other))
    if (at - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > near) places.push(at)
  return places
}

const isRuled = (rules: readonly Rule[], at: number, middle: number): boolean =>
  rules.some(rule => Math.abs(rule.at - at) <= near && rule.from <= middle && rule.to >= middle)

const middleOf = (places: readonly number[], i: number): number => ((places[i] ?? 0) + (places[i + 1] ?? 0)) / 2

type Square = { readonly row: number; readonly column: number }

/** For each square of a grid the one that its cell begins in: above and to the left, up to a line. */
const cellsOf = ({ xs, ys, rules }: Grid): ReadonlyMap<string, Square> => {
  const cells = new Map<string, Square>()
  for (let row = 0; row < ys.length - 1; row++)
    for (let column = 0; column < xs.length - 1; column++) {
      const above = isRuled(rules.across, ys[row] ?? 0, middleOf(xs, column)) ? undefined : key(row - 1, column)
      const beside = isRuled(rules.down, xs[column] ?? 0, middleOf(ys, row)) ? undefined : key(row, column - 1)
      cells.set(key(row, column), cells.get(above ?? '') ?? cells.get(beside ?? '') ?? { row, column })
    }
  return cells
}

const key = (row: number, column: number): string => `${row}/${column}`

const tableOf = (grid: Grid, runs: readonly Run[]): Table | null => {
  const { xs, ys } = grid
  const cells = cellsOf(grid)
  const held = new Map<string, Run[]>()
  const own = new Set<Run>()
  for (const run of runs) {
    const column = xs.findLastIndex(x => x <= run.x + run.width / 2)
    const row = ys.findLastIndex(y => y >= run.y + run.height / 3)
    const cell = cells.get(key(row, column))
    if (!cell) continue
    own.add(run)
    held.set(key(cell.row, cell.column), [...(held.get(key(cell.row, cell.column)) ?? []), run])
  }
  const widths = widthsOf(cells, xs)
  const words = new Map([...held].map(([at, inside]) => [at, joinedLines(inside, widths.get(at) ?? 0)]))
  if (ys.length === 2 && [...words.values()].every(text => text.length > longestInRow)) return null
  // A cell over several rows says the same in each; one over several columns leaves the rest empty, as in a Word file.
  const rows = ys.slice(1).map((_, row) =>
    xs.slice(1).map((__, column) => {
      const cell = cells.get(key(row, column))
      return cell && cell.column === column ? (words.get(key(cell.row, cell.column)) ?? '') : ''
    }),
  )
  const kept = rows.filter((row, i) => row.some(text => text !== '') && !isSlice(cells, i, xs.length - 1))
  return kept.length === 0 ? null : { rows: kept, top: ys[0] ?? 0, edges: xs, runs: own }
}

const widthsOf = (cells: ReadonlyMap<string, Square>, xs: readonly number[]): ReadonlyMap<string, number> => {
  const widths = new Map<string, number>()
  for (const [at, cell] of cells) {
    const [, column = 0] = at.split('/').map(Number)
    const from = key(cell.row, cell.column)
    widths.set(from, Math.max(widths.get(from) ?? 0, (xs[column + 1] ?? 0) - (xs[cell.column] ?? 0)))
  }
  return widths
}

/** A row none of whose cells begin in it: two lines stood a little apart. */
const isSlice = (cells: ReadonlyMap<string, Square>, row: number, columns: number): boolean =>
  Array.from({ length: columns }, (_, column) => cells.get(key(row, column))).every(cell => (cell?.row ?? row) < row)
