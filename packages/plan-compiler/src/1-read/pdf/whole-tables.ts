import type { Table } from './table-rows.ts'

/** A row of a table, and the page it begins on. */
export type TableRow = { readonly cells: readonly string[]; readonly page: number }

const near = 8

/** Whether a table at the top of a page is the one at the foot of the page before: as many columns, in the same places. */
export const isSameTable = (one: Table, next: Table): boolean =>
  one.edges.length === next.edges.length && one.edges.every((edge, i) => Math.abs(edge - (next.edges[i] ?? 0)) <= near)

/** The rows of a table and of what goes on from it: without the head where it is repeated, with a row cut in two whole again. */
export const goingOnWith = (rows: readonly TableRow[], next: Table, page: number): readonly TableRow[] => {
  let repeated = 0
  while (repeated < next.rows.length && isSameRow(rows[repeated]?.cells, next.rows[repeated])) repeated++
  const [first, ...others] = next.rows.slice(repeated)
  if (first === undefined) return rows
  const last = rows.at(-1)
  const more = others.map(cells => ({ cells, page }))
  return last && isRest(first, [...rows.map(row => row.cells), ...others])
    ? [...rows.slice(0, -1), { ...last, cells: last.cells.map((text, i) => text + (first[i] ?? '')) }, ...more]
    : [...rows, { cells: first, page }, ...more]
}

const isSameRow = (one: readonly string[] | undefined, other: readonly string[] | undefined): boolean =>
  one?.every((text, i) => text === other?.[i]) ?? false

/** What ran over to the next page: it leaves a column empty that is filled everywhere else. */
const isRest = (first: readonly string[], others: readonly (readonly string[])[]): boolean =>
  others.length > 1 && first.some((text, i) => text === '' && others.every(row => row[i] !== ''))
