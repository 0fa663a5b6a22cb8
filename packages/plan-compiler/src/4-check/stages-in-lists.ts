import type { Phase } from '../plan.ts'
import { clued, holds } from '../scan/clues.ts'
import type { Item, ItemList } from './item-lists.ts'
import type { Page } from './page.ts'
import { windowsWithin } from './places.ts'

const ofStages = clued(/步骤|安排|阶段|进度|进程|日程/)
/** `选点(3月1日至3月31日)`, `选点:3月1日至3月31日`: a name of a few words, then its window. */
const longestName = 16

const stageOf = (page: Page, { line }: Item): Phase | null => {
  const head = { start: line.body, end: Math.min(line.end, line.body + longestName * 3) }
  const window = windowsWithin(page, head).find(w => w.said === 'range')
  if (!window || window.at.start - line.body > longestName + 1) return null
  const name = page.text.slice(line.body, window.at.start)
  if (!/^[\u4e00-\u9fff“”、]{2,16}[(:]$/.test(name)) return null
  const { text, start, end } = window
  return { name: name.slice(0, -1), window: { text, start, end }, span: { start: line.body, end: window.at.end } }
}

const stagesOf = (page: Page, { lead, items }: ItemList): readonly Phase[] => {
  if (!lead || items.length < 2 || !holds(ofStages, page.text, lead.start, lead.end)) return []
  const stages: Phase[] = []
  for (const item of items) {
    const stage = stageOf(page, item)
    if (!stage) return []
    stages.push(stage)
  }
  return stages
}

/** Lists under a heading of steps whose items all carry a window: stages, whatever they are called. */
export const stagesInLists = (page: Page): readonly (readonly Phase[])[] =>
  page.lists.map(list => stagesOf(page, list)).filter(stages => stages.length > 0)
