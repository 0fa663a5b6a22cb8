import type { Line } from '../2-outline/lines.ts'
import type { Passage } from './passage.ts'
import { type Cell, cellsOf } from './table.ts'

/** A table of a plan: what its columns are called, its rows, and the line above it. */
export type Table = {
  readonly head: readonly Cell[]
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly line: Line }[]
  readonly above: Line | null
}

const isSameRow = (one: readonly Cell[], other: readonly Cell[]): boolean =>
  one.every((cell, i) => cell.text === other[i]?.text)

const tableOf = (passage: Passage, lines: readonly Line[], above: Line | null): Table => {
  const [head = [], ...rest] = lines.map(line => cellsOf(passage.text, line))
  const rows = rest.map((cells, i) => ({ cells, line: lines[i + 1] as Line }))
  // A head that is printed again is no row, nor is a line over all columns.
  return { head, above, rows: rows.filter(({ cells }) => cells.length === head.length && !isSameRow(head, cells)) }
}

const isRow = ({ kind }: Line): boolean => kind === 'table'

/** The tables of a plan: rows that follow one another, under a first one that names the columns. */
export const tablesIn = (passage: Passage): readonly Table[] => {
  const tables: Table[] = []
  for (const { own } of passage.nodes) {
    if (!own.some(isRow)) continue
    let from = -1
    for (const [i, line] of [...own, null].entries()) {
      if (line?.kind === 'table') from = from < 0 ? i : from
      else if (from >= 0) {
        if (i - from > 1) tables.push(tableOf(passage, own.slice(from, i), own[from - 1] ?? null))
        from = -1
      }
    }
  }
  return tables
}
