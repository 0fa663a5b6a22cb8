import { readLines } from '../2-outline/lines.ts'
import type { Reading, Span } from '../plan.ts'
import { windowsIn } from '../vocabulary/windows.ts'
import { yearAmong } from './calendar.ts'
import { itemLists } from './item-lists.ts'
import type { Page } from './page.ts'
import { phaseSeries } from './phase-series.ts'
import type { CheckedPlan } from './rule.ts'
import { timeOfPlan } from './time-of-plan.ts'

export type CheckedSource = {
  readonly text: string
  /** The same in canonical characters. */
  readonly canonical: string
  readonly year: number | null
  readonly language: 'zh' | 'en'
}

const linesOf = (text: string, { start, end }: Span): Page['lines'] =>
  readLines(text, start, end).filter(line => line.end > line.start)

/** Lays a plan out for the rules. */
export const checkedPlan = (reading: Reading, source: CheckedSource): CheckedPlan => {
  const { text: written, canonical: text, year } = source
  const { start, end } = reading.span
  const lines = linesOf(text, reading.span)
  const windows = windowsIn(text, start, end, year)
  const page: Page = { reading, text, written, year, lines, lists: itemLists(text, lines), windows }
  const commonYear = year ?? yearAmong(windows.flatMap(w => [w.start, w.end]))
  const wholeTime = timeOfPlan(page)
  return { ...page, commonYear, wholeTime, phases: phaseSeries(page, commonYear, wholeTime) }
}
