import type { TimedPhase } from './phase-series.ts'
import type { CheckedPlan } from './rule.ts'

/** Two phases that follow each other, and the one before them. */
export type Neighbours = {
  readonly before: TimedPhase | undefined
  readonly first: TimedPhase
  readonly second: TimedPhase
}

/** Without a year, a stage this far back in the calendar is one of the next year. */
const halfYear = 183

/** True where the second of two neighbours begins before the first. */
export const runsBackwards = (first: TimedPhase | undefined, second: TimedPhase): boolean => {
  if (!first || (first.first === null) !== (second.first === null)) return false
  const [a, b] = [first.first ?? first.last, second.first ?? second.last]
  return a !== null && b !== null && b < a && a - b <= halfYear
}

/** Each phase with the one after it in its series. */
export const neighbours = (plan: CheckedPlan): readonly Neighbours[] => {
  const found: Neighbours[] = []
  for (const series of plan.phases)
    for (const [i, second] of series.entries()) {
      const first = series[i - 1]
      if (first) found.push({ before: series[i - 2], first, second })
    }
  return found
}
