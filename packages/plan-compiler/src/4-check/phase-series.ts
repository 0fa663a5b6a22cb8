import type { Phase, Span } from '../plan.ts'
import type { ReadWindow } from '../vocabulary/windows.ts'
import { type Days, daysOf } from './calendar.ts'
import type { Page } from './page.ts'
import { brief, holds, lineAt } from './places.ts'
import type { CheckedPlan } from './rule.ts'

/** `head` is where the phase is named and dated, without what is written under it. */
export type TimedPhase = { readonly phase: Phase; readonly name: string; readonly head: Span } & Days

/** Two phases that follow each other, and the one before them. */
export type Neighbours = {
  readonly before: TimedPhase | undefined
  readonly first: TimedPhase
  readonly second: TimedPhase
}

const wayOf = (plan: Page, phase: Phase): { readonly family: string; readonly number: number | null } => {
  const line = lineAt(plan, phase.span.start)
  return { family: line?.marker?.family ?? '', number: line?.marker?.number ?? null }
}

const longest = 60

const headOf = ({ text }: Page, { span }: Phase): Span => {
  const words = text.slice(span.start, Math.min(span.end, span.start + longest))
  const line = words.split('\n', 1)[0] ?? words
  const stop = line.search(/。|;/)
  return { start: span.start, end: span.start + (stop > 0 ? stop : line.length) }
}

/** The plan's phases, one list for each set that is numbered on its own. */
export const phaseSeries = (plan: Page, year: number | null, whole: ReadWindow | null): CheckedPlan['phases'] => {
  const all: TimedPhase[][] = []
  let before: ReturnType<typeof wayOf> | null = null
  for (const phase of plan.reading.phases) {
    // The time of the whole plan is no phase of it.
    if (whole && holds(phase.span, whole.at)) continue
    const way = wayOf(plan, phase)
    const anew =
      before === null || way.family !== before.family || (way.number !== null && way.number < (before.number ?? 0))
    const head = headOf(plan, phase)
    const timed = { phase, head, name: phase.name || brief(plan, head), ...daysOf(phase.window, year) }
    if (anew) all.push([timed])
    else all[all.length - 1]?.push(timed)
    before = way
  }
  return all
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
export const neighbours = (plan: CheckedPlan): readonly Neighbours[] =>
  plan.phases.flatMap(series =>
    series.slice(1).flatMap((second, i) => {
      const first = series[i]
      return first ? [{ before: series[i - 1], first, second }] : []
    }),
  )
