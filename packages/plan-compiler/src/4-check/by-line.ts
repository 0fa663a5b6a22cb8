import type { Span } from '../plan.ts'
import { lineIndexAt } from './places.ts'
import type { CheckedPlan } from './rule.ts'

/** Marks gathered so that each line speaks once: the first of a line with the others of it. */
export const byLine = (plan: CheckedPlan, marks: readonly Span[]): readonly (readonly [Span, readonly Span[]])[] => {
  const lines = new Map<number, [Span, Span[]]>()
  for (const { start, end } of marks) {
    const line = lineIndexAt(plan, start)
    const known = lines.get(line)
    if (known) known[1].push({ start, end })
    else lines.set(line, [{ start, end }, []])
  }
  return [...lines.values()]
}
