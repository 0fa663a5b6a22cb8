import type { Phase, Span } from '../plan.ts'
import type { ReadWindow } from '../vocabulary/windows.ts'
import { type Days, daysOf } from './calendar.ts'
import type { Page } from './page.ts'
import { brief, holds, lineAt } from './places.ts'

/** `head` is where the phase is named and dated, without what is written under it. */
export type TimedPhase = { readonly phase: Phase; readonly name: string; readonly head: Span } & Days

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
export const phaseSeries = (
  plan: Page,
  year: number | null,
  whole: ReadWindow | null,
): readonly (readonly TimedPhase[])[] => {
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
