import { type ColumnKey, type Content, columns, emptyCriterion, withCell } from './sheet.ts'

/** The cells of a piece of a spreadsheet as the clipboard gives them: tabs and lines, quotes around cells that hold either. */
export const cellsOf = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const take = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (plain[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') take()
    else if (sign === '\n') {
      take()
      rows.push([])
    } else cell += sign
  }
  take()
  return rows
}

/** Whether it is a piece of a spreadsheet, or a text that goes into the cell as it is. */
export const isTable = (text: string): boolean => cellsOf(text).length > 1 || cellsOf(text).some(row => row.length > 1)

export type Pasted = {
  readonly content: Content
  /** Cells that could not hold what was pasted and stay as they were. */
  readonly refused: number
}

/** Writes a piece of a spreadsheet into the table from a cell on, with new lines where it is longer. */
export const pasted = (
  content: Content,
  from: { readonly id: string; readonly column: ColumnKey },
  text: string,
  newId: () => string,
): Pasted => {
  const top = content.findIndex(one => one.id === from.id)
  const left = columns.indexOf(from.column)
  const next = [...content]
  let refused = 0
  for (const [down, cells] of cellsOf(text).entries()) {
    const place = top + down
    let line = next[place] ?? emptyCriterion(newId(), next[place - 1]?.section ?? '')
    for (const [right, cell] of cells.entries()) {
      const column = columns[left + right]
      if (column === undefined) continue
      const written = withCell(line, column, cell.trim())
      if (written === null) refused++
      else line = written
    }
    next[place] = line
  }
  return { content: next, refused }
}
