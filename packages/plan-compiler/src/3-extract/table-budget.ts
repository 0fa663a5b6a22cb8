import type { BudgetLine } from '../plan.ts'
import type { Passage } from './passage.ts'
import { type Table, tablesIn } from './table-rows.ts'

const priced = /金额|经费|预算|资金|费用|投入/
const named = /项目|内容|用途|名称|支出|事项|类别|科目/
const total = /^(?:合\s?计|总\s?计|小\s?计|共\s?计)/
const amount = /^[\d,]{1,15}(?:\.\d{1,6})?$/
const units: Readonly<Record<string, number>> = { 元: 1, 千元: 1000, 万元: 10_000, 亿元: 100_000_000 }
const unit = /[(:]\s?(?:人民币)?([千万亿]?元)\)?/

/** What a number in the column is worth: the head says so, or the line above (`单位:万元`). */
const worthOf = ({ text }: Passage, { head, above }: Table, column: number): number | null => {
  const words = head[column]?.text ?? ''
  const said = unit.exec(words)?.[1] ?? unit.exec(above ? text.slice(above.start, above.end) : '')?.[1]
  return said === undefined ? null : (units[said] ?? null)
}

/** Tables with a column of money: an amount for each row; what sums others up is none. */
export const tableBudget = (passage: Passage): readonly BudgetLine[] =>
  tablesIn(passage).flatMap(table => {
    const column = table.head.findIndex(cell => priced.test(cell.text) && !named.test(cell.text.replace(priced, '')))
    const item = table.head.findIndex((cell, i) => i !== column && named.test(cell.text))
    const worth = column < 0 ? null : worthOf(passage, table, column)
    if (worth === null || item < 0) return []
    return table.rows.flatMap(({ cells, line }) => {
      const [what, much] = [cells[item]?.text ?? '', cells[column]?.text ?? '']
      if (what === '' || cells.some(cell => total.test(cell.text)) || !amount.test(much)) return []
      const yuan = Math.round(Number(much.replaceAll(',', '')) * worth * 100) / 100
      return [{ item: what, yuan, span: { start: line.start, end: line.end } }]
    })
  })
