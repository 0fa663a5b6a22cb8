import { clausesOf } from '../2-outline/sentences.ts'
import type { Milestone } from '../plan.ts'
import { windowsIn } from '../vocabulary/windows.ts'
import { type Passage, trimmed, wordsOf } from './passage.ts'
import type { FoundPhase } from './phase.ts'

/** Single dated limits that are not the window of a phase. */
export const readMilestones = (passage: Passage, phases: readonly FoundPhase[]): readonly Milestone[] => {
  const { text, year } = passage
  const found: Milestone[] = []
  for (const { start, end } of passage.sentences)
    for (const [from, to] of clausesOf(text, start, end))
      for (const w of windowsIn(text, from, to, year)) {
        const limit =
          w.said === 'by' || (w.said === 'at' && /(?:于|在|正式|投入|启动|完成|举行|召开)/.test(text.slice(from, to)))
        if (!limit || w.end === null) continue
        if (phases.some(p => w.at.start >= p.head.start && w.at.start < p.head.end)) continue
        const span = trimmed(text, from, to - w.at.end < 3 ? Math.min(end, to + 40) : to)
        found.push({ text: wordsOf(text, span), date: w.end, span })
      }
  return found
}
