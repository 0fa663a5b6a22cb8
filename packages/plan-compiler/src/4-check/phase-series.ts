import type { Phase } from '../plan.ts'
import { type Days, daysOf, yearAmong } from './calendar.ts'
import { brief, lineAt } from './places.ts'
import type { CheckedPlan } from './rule.ts'

export type TimedPhase = { readonly phase: Phase; readonly name: string } & Days

/** The year in which dates without one are compared. */
export const yearOf = ({ reading, year }: CheckedPlan): number | null =>
  year ?? yearAmong(reading.phases.flatMap(p => [p.window?.start ?? null, p.window?.end ?? null]))

const wayOf = (plan: CheckedPlan, phase: Phase): { readonly family: string; readonly number: number | null } => {
  const line = lineAt(plan, phase.span.start)
  return { family: line?.marker?.family ?? '', number: line?.marker?.number ?? null }
}

/** The plan's phases, one list for each set that is numbered on its own. */
export const phaseSeries = (plan: CheckedPlan): readonly (readonly TimedPhase[])[] => {
  const year = yearOf(plan)
  const all: TimedPhase[][] = []
  let before: ReturnType<typeof wayOf> | null = null
  for (const phase of plan.reading.phases) {
    const way = wayOf(plan, phase)
    const anew =
      before === null || way.family !== before.family || (way.number !== null && way.number < (before.number ?? 0))
    const timed = { phase, name: phase.name || brief(plan, phase.span), ...daysOf(phase.window, year) }
    if (anew) all.push([timed])
    else all[all.length - 1]?.push(timed)
    before = way
  }
  return all
}

/** Each phase with the one after it in its series. */
export const neighbours = (plan: CheckedPlan): readonly { readonly first: TimedPhase; readonly second: TimedPhase }[] =>
  phaseSeries(plan).flatMap(series =>
    series.slice(1).flatMap((second, i) => {
      const first = series[i]
      return first ? [{ first, second }] : []
    }),
  )
