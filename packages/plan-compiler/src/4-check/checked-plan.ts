import { canonical } from '../1-read/canonical.ts'
import { readLines } from '../2-outline/lines.ts'
import type { Reading, Span } from '../plan.ts'
import { windowsIn } from '../vocabulary/windows.ts'
import { itemLists } from './item-lists.ts'
import type { CheckedPlan } from './rule.ts'

export type CheckedSource = { readonly text: string; readonly year: number | null; readonly language: 'zh' | 'en' }

// A text may hold a thousand plans, which are checked one after another.
let last = { written: '', text: '' }
const canonicalOf = (written: string): string => {
  if (last.written !== written) last = { written, text: canonical(written) }
  return last.text
}

const linesOf = (text: string, { start, end }: Span): CheckedPlan['lines'] =>
  readLines(text.slice(start, end))
    .filter(line => line.end > line.start)
    .map(line => ({ ...line, start: line.start + start, end: line.end + start, body: line.body + start }))

/** Lays a plan out for the rules. */
export const checkedPlan = (reading: Reading, source: CheckedSource): CheckedPlan => {
  const text = canonicalOf(source.text)
  const { start, end } = reading.span
  const lines = linesOf(text, reading.span)
  return {
    reading,
    text,
    written: source.text,
    year: source.year,
    lines,
    lists: itemLists(lines),
    windows: windowsIn(text, start, end, source.year),
  }
}
