import type { Line } from '../2-outline/lines.ts'
import type { Span } from '../plan.ts'
import type { Item, ItemList } from './item-lists.ts'
import type { Page } from './page.ts'
import type { TimedPhase } from './phase-series.ts'
import { holds, lineAt } from './places.ts'

/** A phase with everything that is written under it. */
export type PhaseSection = { readonly phase: TimedPhase; readonly span: Span }

/** Unmarked lines after the last item of a list of single lines belong to no item. */
const addPassages = (byLine: Map<number, Span>, { items }: ItemList, wanted: ReadonlySet<Line | null>): void => {
  const last = items.length - 1
  let singles = true
  for (let i = 0; i <= last; i++) {
    const { line, span } = items[i] as Item // within the items
    if (wanted.has(line))
      byLine.set(line.start, i === last && i > 0 && singles ? { start: span.start, end: line.end } : span)
    singles &&= span.end === line.end
  }
}

/** The passages of the plan that belong to one phase each: the item that it heads, or else its own line. */
export const sectionsOfPhases = (plan: Page, timed: readonly TimedPhase[]): readonly PhaseSection[] => {
  const sections: PhaseSection[] = []
  if (timed.length === 0) return sections
  const byLine = new Map<number, Span>()
  const lines = timed.map(({ phase }) => lineAt(plan, phase.span.start))
  const wanted = new Set(lines)
  for (const list of plan.lists) addPassages(byLine, list, wanted)
  for (const [i, phase] of timed.entries()) {
    const line = lines[i]
    if (!line) continue
    const span = byLine.get(line.start) ?? { start: line.start, end: line.end }
    const [before, after] = [timed[i - 1], timed[i + 1]]
    // Several phases told in one line have no passage of their own.
    if (!(before && holds(span, before.head)) && !(after && holds(span, after.head))) sections.push({ phase, span })
  }
  return sections
}
