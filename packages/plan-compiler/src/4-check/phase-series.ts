import type { Phase, Span } from '../plan.ts'
import { characters } from '../scan/characters.ts'
import type { ReadWindow } from '../vocabulary/windows.ts'
import { type Days, daysOf } from './calendar.ts'
import type { Page } from './page.ts'
import { brief, holds, lineAt, lineIndexAt, windowsWithin } from './places.ts'
import { stagesInLists } from './stages-in-lists.ts'

/** `head` is where the phase is named and dated, without what is written under it. */
export type TimedPhase = { readonly phase: Phase; readonly name: string; readonly head: Span } & Days

const wayOf = (plan: Page, phase: Phase): { readonly family: string; readonly number: number | null } => {
  const line = lineAt(plan, phase.span.start)
  return { family: line?.marker?.family ?? '', number: line?.marker?.number ?? null }
}

const longest = 60

const [lineEnds, sentenceEnds] = [characters('\n'), characters('。;')]

/** Where one of some signs first stands, or else the end. */
const until = (signs: Uint8Array, text: string, start: number, end: number): number => {
  let at = start
  while (at < end && signs[text.charCodeAt(at)] === 0) at++
  return at
}

const headOf = ({ text }: Page, { span: { start, end } }: Phase): Span => {
  const lineEnd = until(lineEnds, text, start, Math.min(end, start + longest))
  const stop = until(sentenceEnds, text, start, lineEnd)
  return { start, end: stop > start ? stop : lineEnd }
}

const reach = 40

/** The window of a phase that tells it behind its name: `动员阶段。时间:3月1日至3月20日`. */
const windowBehind = (plan: Page, { span }: Phase): ReadWindow | null => {
  const end = Math.min(lineAt(plan, span.start)?.end ?? span.end, span.start + reach)
  const window = windowsWithin(plan, { start: span.start, end }).find(w => w.said === 'range')
  return window && /时间\s?[:为]?$/.test(plan.text.slice(span.start, window.at.start)) ? window : null
}

const timed = (plan: Page, phase: Phase, year: number | null): TimedPhase => {
  const head = headOf(plan, phase)
  const window = phase.window ?? windowBehind(plan, phase)
  const { first, last } = daysOf(window, year)
  return { phase, head, name: phase.name || brief(plan, head), first, last }
}

/** The phases as read, cut where their numbering begins anew. */
const seriesRead = (plan: Page, phases: readonly Phase[]): readonly (readonly Phase[])[] => {
  const all: Phase[][] = []
  let before: ReturnType<typeof wayOf> | null = null
  for (const phase of phases) {
    const way = wayOf(plan, phase)
    const fallsBack = way.number !== null && way.number < (before?.number ?? 0)
    const series = all.at(-1)
    if (series && before && way.family === before.family && !fallsBack) series.push(phase)
    else all.push([phase])
    before = way
  }
  return all
}

/** The plan's phases, one list for each set that is numbered on its own. */
export const phaseSeries = (
  plan: Page,
  year: number | null,
  whole: ReadWindow | null,
): readonly (readonly TimedPhase[])[] => {
  // The time of the whole plan is no phase of it.
  const phases = plan.reading.phases.filter(phase => !(whole && holds(phase.span, whole.at)))
  const listed = stagesInLists(plan)
  const lines = new Set(listed.length > 0 ? phases.map(phase => lineIndexAt(plan, phase.span.start)) : [])
  const unread = listed.filter(stages => !stages.some(({ span }) => lines.has(lineIndexAt(plan, span.start))))
  return [...seriesRead(plan, phases), ...unread].map(series => series.map(phase => timed(plan, phase, year)))
}
