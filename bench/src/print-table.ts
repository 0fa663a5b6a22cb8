/** Columns as wide as they need be; the first is set left, the rest right. */
export const printTable = (headings: readonly string[], rows: readonly (readonly string[])[]): void => {
  const lines = [headings, ...rows]
  const widths = headings.map((_, column) => Math.max(...lines.map(line => widthOf(line[column] ?? ''))))
  for (const [index, line] of lines.entries()) {
    console.log(line.map((cell, column) => padded(cell, widths[column] ?? 0, column === 0)).join('   '))
    if (index === 0) console.log(widths.map(width => '─'.repeat(width)).join('───'))
  }
}

/** What the figures mean and what they do not. */
export const printNotes = (...notes: readonly string[]): void => {
  for (const note of notes) console.log(`  · ${note}`)
}

const padded = (cell: string, width: number, left: boolean): string => {
  const gap = ' '.repeat(width - widthOf(cell))
  return left ? cell + gap : gap + cell
}

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\u2e80-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1), 0)
