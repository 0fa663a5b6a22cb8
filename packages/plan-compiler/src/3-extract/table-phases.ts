import { windowsIn } from '../vocabulary/windows.ts'
import type { Passage } from './passage.ts'
import type { FoundPhase } from './phase.ts'
import { tablesIn } from './table-rows.ts'

const named = /^(?:实施|工作|推进)?(?:阶段|步骤|环节)(?:名称|划分|安排)?$/
const timed = /时间|日期|起止|时限|时段/

/** Tables with a column of stages and one of times: each stage is a phase, however many rows it has. */
export const tablePhases = (passage: Passage): readonly FoundPhase[] => {
  const found: FoundPhase[] = []
  for (const { head, rows } of tablesIn(passage)) {
    const [name, time] = [named, timed].map(shape => head.findIndex(cell => shape.test(cell.text)))
    if (name === undefined || time === undefined || name < 0 || time < 0) continue
    const told = new Set<string>()
    for (const { cells, line } of rows) {
      const [called, when] = [cells[name], cells[time]]
      if (!called || !when || called.text === '' || told.has(called.text)) continue
      told.add(called.text)
      const [window] = windowsIn(passage.text, when.start, when.end, passage.year)
      const shown = window ? { text: window.text, start: window.start, end: window.end } : null
      const span = { start: line.start, end: line.end }
      found.push({ phase: { name: called.text, window: shown, span }, head: { start: line.start, end: when.end } })
    }
  }
  return found
}
