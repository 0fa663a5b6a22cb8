import { withoutStraySpaces } from './spaces.ts'

/** A piece of text on a page, in points from the lower left corner. */
export type Run = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A line of one column; `left` and `right` are the edges of that column. */
export type Line = Run & { readonly left: number; readonly right: number }

export type Row = readonly Run[]

/** The lines of a page in reading order: rows from the top, the left column of a two-column zone before the right one. */
export const pageLines = (runs: readonly Run[], height: number): readonly Line[] => {
  const withEdges = edgesWithin(height)
  const rows = rowsOf(runs.filter(({ text }) => text.trim() !== ''))
  const gutter = gutterOf(rows)
  if (gutter === null) return withEdges(rows.flat())
  return zones(rows, gutter).flatMap(zone =>
    zone.columns
      ? [
          ...withEdges(zone.rows.flatMap(row => row.filter(run => isLeft(run, gutter)))),
          ...withEdges(zone.rows.flatMap(row => row.filter(run => !isLeft(run, gutter)))),
        ]
      : withEdges(zone.rows.flat()),
  )
}

const wide = 1.5

/** Runs on one height, joined where they touch and apart where a column or a table cell begins: `apart` heights of a sign. */
export const rowsOf = (runs: readonly Run[], apart = wide): readonly Row[] => {
  const rows: Run[][] = []
  for (const run of [...runs].sort((one, other) => other.y - one.y || one.x - other.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(first.y - run.y) <= first.height / 2) row.push(run)
    else rows.push([run])
  }
  return rows.map(row =>
    joinTouching(
      row.sort((one, other) => one.x - other.x),
      apart,
    ),
  )
}

/** A number of a list: Word sets the words after it at a tab stop. */
const bareNumber =
  /^(?:第?[一二三四五六七八九十]{1,3}[、.．章节条]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、)）]|[①-⑳●•·])$/
const afterNumber = 6

const joinTouching = (row: readonly Run[], apart: number): Row => {
  const joined: Run[] = []
  for (const run of row) {
    const last = joined.at(-1)
    const gap = last ? run.x - (last.x + last.width) : 0
    const reach = apart === wide && bareNumber.test(last?.text.trim() ?? '') ? afterNumber : apart
    if (last && gap < last.height * reach) {
      const latin = /[\w]$/.test(last.text) && /^\w/.test(run.text)
      const space = gap > last.height * (latin ? 0.25 : 0.6) ? ' ' : ''
      joined[joined.length - 1] = { ...last, text: last.text + space + run.text, width: run.x + run.width - last.x }
    } else joined.push(run)
  }
  return joined
}

/** Where the page is cut in two, if at least three rows say so at about the same place. */
export const gutterOf = (rows: readonly Row[]): number | null => {
  const gaps = rows.flatMap(([left, right, more]) =>
    left && right && !more ? [{ from: left.x + left.width, to: right.x, middle: right.x - right.height / 2 }] : [],
  )
  const starts = Map.groupBy(gaps, gap => Math.round(gap.to / 24))
  const most = [...starts.values()].sort((one, other) => other.length - one.length)[0]
  if (!most || most.length < 3) return null
  return Math.min(...most.map(gap => gap.middle))
}

export const isLeft = (run: Run, gutter: number): boolean => run.x + run.width / 2 < gutter
export const crosses = (run: Run, gutter: number): boolean =>
  run.x < gutter - run.height && run.x + run.width > gutter + run.height

type Zone = { readonly columns: boolean; readonly rows: readonly Row[] }

const zones = (rows: readonly Row[], gutter: number): readonly Zone[] => {
  const found: { columns: boolean; rows: Row[] }[] = []
  for (const row of rows) {
    const columns = !row.some(run => crosses(run, gutter))
    const last = found.at(-1)
    if (last && last.columns === columns) last.rows.push(row)
    else found.push({ columns, rows: [row] })
  }
  return found.map(zone => ({ ...zone, columns: zone.columns && zone.rows.filter(row => row.length > 1).length >= 2 }))
}

/** How far lines are written on: a sign that hangs out of one line alone says nothing about it. */
const rightEdge = (runs: readonly Run[]): number => {
  const ends = runs.map(run => run.x + run.width).sort((one, other) => other - one)
  const near = Math.max(0, ...runs.map(run => run.height)) * 0.6
  return ends.find((end, i) => end - (ends[i + 2] ?? Number.NEGATIVE_INFINITY) <= near) ?? ends[0] ?? 0
}

/** What stands in the margins (page numbers, running heads) says nothing about a column's edges. */
const edgesWithin =
  (height: number) =>
  (runs: readonly Run[]): readonly Line[] => {
    const body = runs.filter(run => !isInMargin(run, height))
    const measured = body.length > 0 ? body : runs
    const left = Math.min(...measured.map(run => run.x))
    const right = rightEdge(measured)
    return runs.map(run => ({ ...run, text: withoutStraySpaces(run.text), left, right }))
  }

export const isInMargin = ({ y }: Run, height: number): boolean => y < height * 0.08 || y > height * 0.92
