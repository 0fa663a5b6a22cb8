import { alignedTables } from './aligned-tables.ts'
import { crosses, gutterOf, isInMargin, isLeft, type Line, pageLines, type Run, rowsOf } from './page-lines.ts'
import { ruledTables } from './ruled-tables.ts'
import type { Rules } from './rules.ts'
import type { Table } from './table-rows.ts'

/** What a page holds, from the top: lines to be joined into paragraphs, and tables. */
export type Part =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly table: Table }

export type Page = { readonly parts: readonly Part[]; readonly height: number }

const fewestRows = 2

/** Whether words stand side by side, on several heights or on one each: only on such pages what is drawn is looked at. */
export const mayHoldTable = (runs: readonly Run[], height: number): boolean => {
  const body = runs.filter(run => run.text.trim() !== '' && !isInMargin(run, height))
  const leftmost = Math.min(...body.map(run => run.x + run.width))
  return body.some(run => run.x > leftmost) && rowsOf(body).length >= fewestRows
}

export const tablesOf = (rules: Rules, runs: readonly Run[]): readonly Table[] => {
  const ruled = ruledTables(rules, runs)
  return [...ruled, ...alignedTables(runs.filter(run => !ruled.some(table => table.runs.has(run))))]
}

/** `known` is where the pages before are cut in two: few lines beside a table do not show it. */
export const pageParts = (
  runs: readonly Run[],
  tables: readonly Table[],
  height: number,
  known: number | null = null,
): readonly Part[] => {
  const outside = runs.filter(run => run.text.trim() !== '' && !tables.some(table => table.runs.has(run)))
  const body = outside.filter(run => !isInMargin(run, height))
  const gutter = tables.length === 0 ? null : (gutterOf(rowsOf(outside)) ?? stillCut(body, known))
  return gutter !== null && tables.every(table => isBeside(table, gutter))
    ? inColumns(outside, tables, height, gutter)
    : inOneColumn(outside, tables, height)
}

/** Where a page is cut in two, told from its words. */
export const gutterOfPage = (runs: readonly Run[]): number | null =>
  gutterOf(rowsOf(runs.filter(run => run.text.trim() !== '')))

const stillCut = (body: readonly Run[], known: number | null): number | null =>
  known !== null && body.some(run => !isLeft(run, known)) && !body.some(run => crosses(run, known)) ? known : null

const isBeside = ({ edges }: Table, gutter: number): boolean =>
  Math.max(...edges) <= gutter || Math.min(...edges) >= gutter

/** Tables that stand in one of two columns: what is above both, the left column, the right one, what is below both. */
const inColumns = (runs: readonly Run[], tables: readonly Table[], height: number, gutter: number): readonly Part[] => {
  const across = runs.filter(run => crosses(run, gutter))
  const beside = runs.filter(run => !crosses(run, gutter))
  const top = Math.max(
    ...beside.filter(run => !isInMargin(run, height)).map(run => run.y),
    ...tables.map(table => table.top),
  )
  const side = (left: boolean): readonly Part[] =>
    inOneColumn(
      beside.filter(run => isLeft(run, gutter) === left),
      tables.filter(table => Math.max(...table.edges) <= gutter === left),
      height,
    )
  return [
    {
      kind: 'lines',
      lines: pageLines(
        across.filter(run => run.y > top),
        height,
      ),
    },
    ...side(true),
    ...side(false),
    {
      kind: 'lines',
      lines: pageLines(
        across.filter(run => run.y <= top),
        height,
      ),
    },
  ]
}

const inOneColumn = (outside: readonly Run[], tables: readonly Table[], height: number): readonly Part[] => {
  const parts: Part[] = []
  let left: readonly Run[] = outside
  for (const table of tables.toSorted((one, other) => other.top - one.top)) {
    const above = left.filter(run => run.y > table.top)
    left = left.filter(run => run.y <= table.top)
    parts.push({ kind: 'lines', lines: pageLines(above, height) }, { kind: 'table', table })
  }
  parts.push({ kind: 'lines', lines: pageLines(left, height) })
  return tables.length === 0 ? parts : withPageEdges(parts, outside, height)
}

/** A few lines above a table do not show how wide the page is written on; all of it does. */
const withPageEdges = (parts: readonly Part[], runs: readonly Run[], height: number): readonly Part[] => {
  const body = runs.filter(run => !isInMargin(run, height))
  const left = Math.min(...body.map(run => run.x))
  const right = Math.max(...body.map(run => run.x + run.width))
  return parts.map(part =>
    part.kind === 'lines' && new Set(part.lines.map(line => line.left)).size === 1
      ? { ...part, lines: part.lines.map(line => ({ ...line, left, right })) }
      : part,
  )
}
