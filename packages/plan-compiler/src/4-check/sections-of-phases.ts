import type { Span } from '../plan.ts'
import { itemLists } from './item-lists.ts'
import { phaseSeries, type TimedPhase } from './phase-series.ts'
import { holds, lineAt } from './places.ts'
import type { CheckedPlan } from './rule.ts'

/** A phase with everything that is written under it. */
export type PhaseSection = { readonly phase: TimedPhase; readonly span: Span }

/** The passages of the plan that belong to one phase each: the item that it heads, or else its own line. */
export const sectionsOfPhases = (plan: CheckedPlan): readonly PhaseSection[] => {
  const items = itemLists(plan).flatMap(list => list.items)
  const byLine = new Map(items.map(item => [item.line.start, item.span]))
  const timed = phaseSeries(plan).flat()
  return timed.flatMap((phase, i) => {
    const line = lineAt(plan, phase.phase.span.start)
    if (!line) return []
    const span = byLine.get(line.start) ?? { start: line.start, end: line.end }
    // Several phases told in one line have no passage of their own.
    const alone = ![timed[i - 1], timed[i + 1]].some(other => other && holds(span, other.head))
    return alone ? [{ phase, span }] : []
  })
}
