import type { Line } from './lines.ts'

const longest = 40
const sentence = /[。:;!?]$/
/** What the columns of a table are called. */
const columnName =
  /^(?:序号|编号|类别|备注|得分|[\u4e00-\u9fff]{0,6}(?:任务|内容|单位|部门|科室|领导|时限|期限|时间|标准|分值|措施|项目|事项|指标|金额|数量|责任人|负责人))$/

const cellsIn = (text: string, { start, end }: Line): readonly string[] =>
  text
    .slice(start, end)
    .split('\t')
    .map(cell => cell.trim())

const isHead = (cells: readonly string[]): boolean => cells.filter(cell => columnName.test(cell)).length > 1

/**
 * Between two rows of one table a short line on its own (`一、交通整治`, over all columns) is a row too: it opens no section, and
 * what follows is still under the head. Before a new head it is the heading that it looks like.
 */
export const withSectionRows = (text: string, lines: readonly Line[]): readonly Line[] =>
  lines.map((line, i) => {
    const [before, after] = [lines[i - 1], lines[i + 1]]
    if (line.kind !== 'text' || before?.kind !== 'table' || after?.kind !== 'table') return line
    if (line.end - line.start > longest || sentence.test(text.slice(line.start, line.end))) return line
    const below = cellsIn(text, after)
    if (below.length !== cellsIn(text, before).length || isHead(below)) return line
    return { ...line, kind: 'table', marker: null, body: line.start }
  })
