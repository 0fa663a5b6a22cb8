import type { Line } from '../2-outline/lines.ts'
import type { Node } from '../2-outline/tree.ts'
import type { Task, Window } from '../plan.ts'
import { namesIn } from '../vocabulary/party.ts'
import { windowsIn } from '../vocabulary/windows.ts'
import { type Passage, pathOf } from './passage.ts'

type Column = 'task' | 'lead' | 'responsible' | 'support' | 'due' | 'other'

export type Cell = { readonly text: string; readonly start: number; readonly end: number }

const columns: readonly (readonly [Column, RegExp])[] = [
  ['due', /时限|期限|完成时间|时间节点|时间要求|完成时间|起止时间/],
  ['lead', /牵头|分管领导|包保领导|责任领导|挂钩领导/],
  ['support', /配合|协办|参与|协助/],
  ['responsible', /责任(?:单位|部门|人|科室|主体)|承办|主办|负责(?:单位|部门|人)|落实单位|实施单位|责任$/],
  ['task', /任务|内容|措施|事项|项目|举措|要求|工作|行动|整治|目标/],
]

const columnOf = (heading: string): Column => columns.find(([, shape]) => shape.test(heading))?.[0] ?? 'other'

/** The cells of a row, with their places. */
export const cellsOf = (text: string, line: Line): readonly Cell[] => {
  const cells: Cell[] = []
  let start = line.start
  for (let i = line.start; i <= line.end; i++)
    if (i === line.end || text[i] === '\t') {
      cells.push({ text: text.slice(start, i).trim(), start, end: i })
      start = i + 1
    }
  return cells
}

/** What the columns hold, when a row is the head of a table of tasks. */
const headOf = (cells: readonly Cell[]): readonly Column[] | null => {
  const found = cells.map(cell => (cell.text.length <= 14 ? columnOf(cell.text) : 'other'))
  const party = found.some(c => c === 'lead' || c === 'responsible' || c === 'support')
  return party && found.includes('task') ? found : null
}

const windowOf = (passage: Passage, cell: Cell): Window | null => {
  const [read] = windowsIn(passage.text, cell.start, cell.end, passage.year)
  return cell.text === '' ? null : { text: cell.text, start: read?.start ?? null, end: read?.end ?? null }
}

const taskOf = (
  passage: Passage,
  node: Node,
  cells: readonly Cell[],
  head: readonly Column[],
  line: Line,
): Task | null => {
  // A row over all columns tells what the next ones are about.
  if (cells.length === 1) return null
  const of = (column: Column) => cells.filter((_, i) => head[i] === column)
  const text = of('task')
    .map(cell => cell.text)
    .filter(t => t !== '')
    .join(' ')
  if (text === '') return null
  const named = (column: Column) => of(column).flatMap(cell => namesIn(cell.text))
  const [due] = of('due')
  return {
    text,
    lead: named('lead'),
    responsible: named('responsible'),
    support: named('support'),
    due: due ? windowOf(passage, due) : null,
    section: pathOf(node),
    span: { start: line.start, end: line.end },
  }
}

/** Tasks from tables whose head names a column of tasks and one of parties. */
export const tableTasks = (passage: Passage, node: Node): readonly Task[] => {
  const found: Task[] = []
  let head: readonly Column[] | null = null
  for (const line of node.own) {
    if (line.kind !== 'table') head = null
    else {
      const cells = cellsOf(passage.text, line)
      const own = headOf(cells)
      if (own) head = own
      else if (head) {
        const task = taskOf(passage, node, cells, head, line)
        if (task) found.push(task)
      }
    }
  }
  return found
}
