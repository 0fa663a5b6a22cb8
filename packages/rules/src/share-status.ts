import { type IndicatorReading, type IndicatorTarget, indicatorStatus } from './indicator-status.ts'
import { addDays, type PlainDate } from './plain-date.ts'

/** So many of so many; a denominator of 0 says nothing. */
export type Share = { readonly numerator: number; readonly denominator: number }

/** How many stretches before the present one tell whether a share is steady. */
export const earlierStretches = 3

/**
 * Where a share from the record stands against a target in per cent (a number: at least so much): by its present stretch, and by those before it whether it is steady.
 * `stretches` are the newest first, each `days` long, the first ending today. Without a sample in the present stretch nothing is known.
 */
export const shareStatus = (
  stretches: readonly Share[],
  target: number | IndicatorTarget,
  { today, days }: { readonly today: PlainDate; readonly days: number },
): IndicatorReading => {
  const readings = stretches.flatMap(({ numerator, denominator }, back) =>
    denominator > 0
      ? [{ on: addDays(today, -back * days), value: (100 * numerator) / denominator, numerator, denominator }]
      : [],
  )
  if ((stretches[0]?.denominator ?? 0) === 0) return { status: 'unknown', latest: null, interval: null }
  const window = { start: addDays(today, -earlierStretches * days), end: today }
  const held = typeof target === 'number' ? ({ op: '>=', value: target, unit: '%' } as const) : target
  return indicatorStatus(held, readings, window)
}
