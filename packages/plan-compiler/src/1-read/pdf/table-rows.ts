import { type Run, rowsOf } from './page-lines.ts'
import { goingOn, withoutStraySpaces } from './spaces.ts'

/** A table of a page: the words of its cells row by row, where it begins, where its columns end, and what it is made of. */
export type Table = {
  readonly rows: readonly (readonly string[])[]
  readonly top: number
  readonly edges: readonly number[]
  readonly runs: ReadonlySet<Run>
}

/** A day or an amount; what else begins a cell and stands apart is the number of an item. */
const counted = /^(\d{1,4}) +(?=[年月日个条处名%])/

/** What is left free at the end of a full line, in heights of its signs: one sign that did not fit, and the edges of the cell. */
const free = 2.2

/** The words of one cell: a line goes on where the one before fills the cell; otherwise it is a paragraph of its own. */
export const joinedLines = (runs: readonly Run[], width: number): string => {
  let text = ''
  let before: { readonly text: string; readonly width: number; readonly height: number } | null = null
  for (const row of rowsOf(runs)) {
    const [first, last] = [row[0], row.at(-1)]
    if (!first || !last) continue
    const said = withoutStraySpaces(row.map(run => run.text.trim()).join(' '))
    const goesOn = before !== null && (width - before.width < before.height * free || /[、,，]$/.test(before.text))
    text += before === null ? said : goesOn ? goingOn(said) : ` ${said}`
    before = { text: said, width: last.x + last.width - first.x, height: first.height }
  }
  return withoutStraySpaces(text).replace(counted, '$1')
}
