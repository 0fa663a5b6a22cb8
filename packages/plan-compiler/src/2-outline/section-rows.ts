import type { Line } from './lines.ts'

const longest = 40
const sentence = /[。:;!?]$/
const counting = /^(?:序号|编号|号)$/
const counted = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3}|)$/
/** What the columns of a table are called. */
const columnName =
  /^(?:序号|编号|类别|备注|得分|[\u4e00-\u9fff]{0,6}(?:任务|内容|单位|部门|科室|领导|时限|期限|时间|标准|分值|措施|项目|事项|指标|金额|数量|责任人|负责人))$/

const cellsIn = (text: string, { start, end }: Line): readonly string[] =>
  text
    .slice(start, end)
    .split('\t')
    .map(cell => cell.trim())

const isHead = (cells: readonly string[]): boolean => cells.filter(cell => columnName.test(cell)).length > 1

/** Figures, long words and gaps are found in the rows of a table, not in its head. */
const isFilled = (cells: readonly string[]): boolean =>
  cells.some(cell => cell === '' || cell.length > 12 || /\d/.test(cell))

/** Whether a row goes on with the table that a head began. */
const belongs = (head: readonly string[], row: readonly string[]): boolean =>
  row.length === head.length &&
  !isHead(row) &&
  (counting.test(head[0] ?? '') ? counted.test(row[0] ?? '') : isFilled(row))

/**
 * Between two rows of one table a short line on its own (`一、交通整治`, over all columns) is a row too: it opens no section, and
 * what follows is still under the head. Before another table it is the heading that it looks like.
 */
export const withSectionRows = (text: string, lines: readonly Line[]): readonly Line[] => {
  let head: readonly string[] | null = null
  return lines.map((line, i) => {
    if (line.kind === 'table') {
      head ??= cellsIn(text, line)
      return line
    }
    const after = lines[i + 1]
    const within =
      head !== null &&
      isHead(head) &&
      line.kind === 'text' &&
      after?.kind === 'table' &&
      line.end - line.start <= longest &&
      !sentence.test(text.slice(line.start, line.end)) &&
      belongs(head, cellsIn(text, after))
    if (within) return { ...line, kind: 'table', marker: null, body: line.start }
    head = null
    return line
  })
}
