import type { Span } from '../plan.ts'
import type { Page } from './page.ts'
import { lineIndexAt } from './places.ts'

/** Marks of one run of lines: how many, where the first is, and the next few. */
export type Run = { readonly first: Span; readonly others: readonly Span[]; readonly count: number }

/** More places than this say nothing more. */
const most = 20

/** Marks gathered so that a run of lines speaks once. */
export const byLine = (plan: Page, marks: readonly Span[]): readonly Run[] => {
  const runs: { readonly first: Span; readonly others: Span[]; count: number; line: number }[] = []
  for (const { start, end } of marks) {
    const line = lineIndexAt(plan, start)
    const run = runs.at(-1)
    if (run && line - run.line <= 1) {
      if (run.others.length < most) run.others.push({ start, end })
      run.count++
      run.line = line
    } else runs.push({ first: { start, end }, others: [], count: 1, line })
  }
  return runs
}
