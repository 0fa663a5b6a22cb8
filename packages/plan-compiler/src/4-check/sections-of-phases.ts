import type { Span } from '../plan.ts'
import type { ItemList } from './item-lists.ts'
import type { TimedPhase } from './phase-series.ts'
import { holds, lineAt } from './places.ts'
import type { CheckedPlan } from './rule.ts'

/** A phase with everything that is written under it. */
export type PhaseSection = { readonly phase: TimedPhase; readonly span: Span }

/** Unmarked lines after the last item of a list of single lines belong to no item. */
const passages = ({ items }: ItemList): readonly (readonly [number, Span])[] => {
  const singles = items.slice(0, -1).every(({ line, span }) => span.end === line.end)
  return items.map(({ line, span }, i) => {
    const last = i === items.length - 1 && i > 0 && singles
    return [line.start, last ? { start: span.start, end: line.end } : span]
  })
}

/** The passages of the plan that belong to one phase each: the item that it heads, or else its own line. */
export const sectionsOfPhases = (plan: CheckedPlan): readonly PhaseSection[] => {
  const timed = plan.phases.flat()
  if (timed.length === 0) return []
  const byLine = new Map(plan.lists.flatMap(passages))
  return timed.flatMap((phase, i) => {
    const line = lineAt(plan, phase.phase.span.start)
    if (!line) return []
    const span = byLine.get(line.start) ?? { start: line.start, end: line.end }
    // Several phases told in one line have no passage of their own.
    const alone = ![timed[i - 1], timed[i + 1]].some(other => other && holds(span, other.head))
    return alone ? [{ phase, span }] : []
  })
}
