import type { Span } from '../plan.ts'
import { lineIndexAt } from './places.ts'
import type { CheckedPlan } from './rule.ts'

/** Marks gathered so that a run of lines speaks once: its first mark with all the others. */
export const byLine = (plan: CheckedPlan, marks: readonly Span[]): readonly (readonly [Span, readonly Span[]])[] => {
  const runs: { readonly first: Span; readonly rest: Span[]; line: number }[] = []
  for (const { start, end } of marks) {
    const line = lineIndexAt(plan, start)
    const run = runs[runs.length - 1]
    if (run && line - run.line <= 1) {
      run.rest.push({ start, end })
      run.line = line
    } else runs.push({ first: { start, end }, rest: [], line })
  }
  return runs.map(({ first, rest }) => [first, rest])
}
