export type Sum = { readonly item: string; readonly fen: number }

const saysTotal = /合计|共计|总计|总额|总投资|总经费/

/** Whether a line is the total of the others and no money beside theirs: it says so, or it is their sum to the fen. */
export const isTotal = (line: Sum, all: readonly Sum[]): boolean => {
  if (all.length < 3) return false
  const others = all.filter(one => one !== line)
  return saysTotal.test(line.item) || others.reduce((sum, { fen }) => sum + fen, 0) === line.fen
}

/** What the lines of a budget come to, a total among them counted once. */
export const budgetTotal = (lines: readonly Sum[]): number =>
  lines.reduce((sum, line) => (isTotal(line, lines) ? sum : sum + line.fen), 0)
