import { canonical } from '../1-read/canonical.ts'
import { readLines } from '../2-outline/lines.ts'
import type { Reading, Span } from '../plan.ts'
import { windowsIn } from '../vocabulary/windows.ts'
import { yearAmong } from './calendar.ts'
import { itemLists } from './item-lists.ts'
import type { Page } from './page.ts'
import { phaseSeries } from './phase-series.ts'
import type { CheckedPlan } from './rule.ts'
import { timeOfPlan } from './time-of-plan.ts'

export type CheckedSource = { readonly text: string; readonly year: number | null; readonly language: 'zh' | 'en' }

// A text may hold a thousand plans, which are checked one after another.
let last = { written: '', text: '' }
const canonicalOf = (written: string): string => {
  if (last.written !== written) last = { written, text: canonical(written) }
  return last.text
}

const linesOf = (text: string, { start, end }: Span): Page['lines'] =>
  readLines(text.slice(start, end))
    .filter(line => line.end > line.start)
    .map(line => ({ ...line, start: line.start + start, end: line.end + start, body: line.body + start }))

/** Lays a plan out for the rules. */
export const checkedPlan = (reading: Reading, source: CheckedSource): CheckedPlan => {
  const { text: written, year } = source
  const text = canonicalOf(written)
  const { start, end } = reading.span
  const lines = linesOf(text, reading.span)
  const windows = windowsIn(text, start, end, year)
  const page: Page = { reading, text, written, year, lines, lists: itemLists(lines), windows }
  const commonYear = year ?? yearAmong(windows.flatMap(w => [w.start, w.end]))
  const wholeTime = timeOfPlan(page)
  return { ...page, commonYear, wholeTime, phases: phaseSeries(page, commonYear, wholeTime) }
}
