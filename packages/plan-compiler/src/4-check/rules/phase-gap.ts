import { neighbours, runsBackwards } from '../neighbours.ts'
import type { TimedPhase } from '../phase-series.ts'
import type { Rule } from '../rule.ts'

/** A weekend or a holiday's eve between two phases is no gap worth a warning. */
const weekend = 3

/** Months in which something takes place (`3月:…`, `5月:…`) are a calendar; only stages are to follow without a gap. */
const areStages = (first: TimedPhase, second: TimedPhase): boolean => {
  const ranged = ({ phase }: TimedPhase): boolean => /[至到~—–-]/.test(phase.window?.text ?? '')
  const staged = ({ name }: TimedPhase): boolean => /阶段|步骤|第.步/.test(name)
  return (ranged(first) && ranged(second)) || (staged(first) && staged(second))
}

/** Between the first phase and the last no day is left out. */
export const noDayIsLeftOut: Rule = plan =>
  neighbours(plan).flatMap(({ before, first, second }) => {
    if (runsBackwards(before, first)) return []
    if (first.last === null || second.first === null) return []
    // A stage that ends before it begins is told of already.
    if (first.last < (first.first ?? first.last)) return []
    const days = second.first - first.last - 1
    if (days < 1 || !areStages(first, second)) return []
    return [
      {
        code: 'phase-gap',
        params: { first: first.name, second: second.name, days },
        span: second.head,
        related: [first.head],
        ...(days <= weekend ? { severity: 'info' } : {}),
      },
    ]
  })
