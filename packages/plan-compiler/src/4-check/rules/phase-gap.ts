import { neighbours, runsBackwards } from '../phase-series.ts'
import type { Rule } from '../rule.ts'

/** A weekend or a holiday's eve between two phases is no gap worth a warning. */
const weekend = 3

/** Between the first phase and the last no day is left out. */
export const noDayIsLeftOut: Rule = plan =>
  neighbours(plan).flatMap(({ before, first, second }) => {
    if (runsBackwards(before, first)) return []
    if (first.last === null || second.first === null) return []
    const days = second.first - first.last - 1
    if (days < 1) return []
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
