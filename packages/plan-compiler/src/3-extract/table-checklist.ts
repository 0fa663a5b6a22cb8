import type { Node } from '../2-outline/tree.ts'
import type { Checklist, ChecklistItem, Grades } from '../plan.ts'
import { clued, fits, holds } from '../scan/clues.ts'
import { checklistItem, gradesOf } from './checklist-item.ts'
import type { Passage } from './passage.ts'
import { type Cell, cellsOf } from './table.ts'

const asked = clued(/标准|要求|内容|指标|细则|项目/)
const scored = clued(/分值|得分|评分|分数|扣分|^分$|^(?:基本|不)?符合$/)
const shown = clued(/佐证|证明|(?:提供|所需|申报)?(?:材料|资料)/)

const gradeColumns: Readonly<Record<string, keyof Grades>> = { 符合: 'conforms', 基本符合: 'mostly', 不符合: 'fails' }

/** What the head of a table says of its columns: which one holds what is asked. */
type Head = { readonly cells: readonly Cell[]; readonly column: number }

const headOf = (cells: readonly Cell[]): Head | null => {
  const short = cells.every(cell => cell.text.length <= 14)
  if (!short || !cells.some(c => fits(scored, c.text)) || !cells.some(c => fits(asked, c.text))) return null
  const column = cells.findLastIndex(c => fits(asked, c.text) && !fits(scored, c.text))
  return column < 0 ? null : { cells, column }
}

/** Grades with a column each, or told in one cell. */
const gradesIn = (cells: readonly Cell[], head: Head): Grades | null => {
  const grades = Object.fromEntries(
    head.cells.flatMap((cell, i) => {
      const [grade, words] = [gradeColumns[cell.text], cells[i]?.text ?? '']
      return grade === undefined || words === '' ? [] : [[grade, words]]
    }),
  )
  if (Object.keys(grades).length > 0) return grades
  return gradesOf(cells.map(cell => cell.text).join(';')) ?? lossesIn(cells, head)
}

const deducts = clued(/扣/)

/** `未建台账的扣5分`: what costs points is what fails. */
const lossesIn = (cells: readonly Cell[], head: Head): Grades | null => {
  const told = head.cells.findIndex(
    (cell, i) => i !== head.column && fits(scored, cell.text) && fits(deducts, cells[i]?.text ?? ''),
  )
  const words = cells[told]?.text
  return words === undefined ? null : { fails: words }
}

const placed = clued(/点位|场所|部位|区域|地点|对象/)

/** The kind of point that a row is about, where a column says so. */
const pointIn = (cells: readonly Cell[], head: Head): string | null => {
  const column = head.cells.findIndex((cell, i) => i !== head.column && fits(placed, cell.text))
  const words = cells[column]?.text ?? ''
  return words === '' || words.length > 20 ? null : words
}

const papersIn = (cells: readonly Cell[], head: Head): readonly string[] =>
  head.cells.flatMap((cell, i) =>
    i !== head.column && fits(shown, cell.text)
      ? (cells[i]?.text ?? '').split(/[、,;。\s]/).filter(paper => paper.length > 1)
      : [],
  )

const itemOf = (passage: Passage, cells: readonly Cell[], head: Head): ChecklistItem | null => {
  const cell = cells[head.column]
  if (!cell || cell.text === '') return null
  const item = checklistItem(passage, cell)
  const evidence = [...new Set([...item.evidence, ...papersIn(cells, head)])]
  return { ...item, grades: item.grades ?? gradesIn(cells, head), evidence }
}

const aSentence = clued(/[。,;:]|如下|下表|见表/)

/** The line above a table, unless it only leads to it; else the heading of its section. */
const titleAbove = (passage: Passage, node: Node, at: number): string => {
  const above = node.own.findLast(
    line => line.kind === 'text' && line.end < at && !holds(aSentence, passage.text, line.body, line.end),
  )
  return above ? passage.text.slice(above.body, above.end) : node.heading
}

/** An item, and the kind of point that its row names. */
type Told = { readonly item: ChecklistItem; readonly point: string | null }

/** A table that names kinds of points is a list for each. */
const byPoint = (told: readonly Told[]): readonly (readonly Told[])[] => [
  ...Map.groupBy(told, ({ point }) => point ?? '').values(),
]

const ofRows = (rows: readonly Told[], title: string): Checklist => {
  const items = rows.map(({ item }) => item)
  const span = { start: items[0]?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0 }
  return { pointType: rows[0]?.point ?? title, items, span }
}

/** Tables whose head names what is asked and how it is scored: each row is an item. */
export const tableChecklists = (
  passage: Passage,
  node: Node,
  pointTypeOf: (heading: string) => string,
): readonly Checklist[] => {
  const tables: Told[][] = []
  let [open, head] = [null as Told[] | null, null as Head | null]
  for (const line of node.own) {
    if (line.kind !== 'table') [open, head] = [null, null]
    else {
      const cells = cellsOf(passage.text, line)
      const own = headOf(cells)
      // A head that is printed again on the next page goes on with the same table.
      if (own && !open) {
        open = []
        tables.push(open)
      }
      if (own) head = own
      else if (open && head) {
        const item = itemOf(passage, cells, head)
        if (item) open.push({ item, point: pointIn(cells, head) })
      }
    }
  }
  return tables
    .filter(told => told.length > 1)
    .flatMap(told =>
      byPoint(told).map(rows => ofRows(rows, pointTypeOf(titleAbove(passage, node, told[0]?.item.span.start ?? 0)))),
    )
}
