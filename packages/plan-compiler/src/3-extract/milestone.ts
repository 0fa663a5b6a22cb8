import { clausesOf } from '../2-outline/sentences.ts'
import type { Milestone } from '../plan.ts'
import { clued, holds } from '../scan/clues.ts'
import { type ReadWindow, tellsTime, windowsIn } from '../vocabulary/windows.ts'
import { mostPerClause, type Passage, trimmed, wordsOf } from './passage.ts'
import type { FoundPhase } from './phase.ts'

const act = clued(/(?:正式|投入|启动|完成|举行|召开|开始|结束|验收|上报|报送|全面|集中|组织|开展)/)

/** `每年12月`: what comes round again is a duty. */
const yearly = /每(?:学?年|年度)[^,。;]{0,12}$/

/** A limit, or a day on which something is to happen; a month that is merely mentioned is neither. */
const isLimit = (text: string, w: ReadWindow, from: number, to: number): boolean => {
  if (w.said === 'by') return true
  if (w.said !== 'at') return false
  if (/截(?:止|至)[到至于]?$/.test(text.slice(from, w.at.start))) return true
  const opens = w.at.start - from <= 2 && w.start === w.end
  return (opens && (to - w.at.end > 3 || text[to] === ',')) || holds(act, text, w.at.end, to)
}

/** Single dated limits that are not the window of a phase. */
export const readMilestones = (passage: Passage, phases: readonly FoundPhase[]): readonly Milestone[] => {
  const { text, year } = passage
  const found: Milestone[] = []
  for (const { start, end, line } of passage.sentences) {
    if (line.kind === 'table' || !tellsTime(text, start, end)) continue
    for (const [from, to] of clausesOf(text, start, end))
      for (const w of windowsIn(text, from, to, year).slice(0, mostPerClause)) {
        if (
          !isLimit(text, w, from, to) ||
          w.end === null ||
          yearly.test(text.slice(from, w.at.end)) ||
          /(?:时限|期限|时间)[:\s]?$/.test(text.slice(from, w.at.start))
        )
          continue
        if (phases.some(p => w.at.start >= p.head.start && w.at.start < p.head.end)) continue
        const span = trimmed(text, from, to - w.at.end < 3 ? Math.min(end, to + 40) : to)
        found.push({ text: wordsOf(text, span), date: w.end, span })
      }
  }
  return found
}
