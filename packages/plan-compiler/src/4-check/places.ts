import type { Span } from '../plan.ts'
import { characters } from '../scan/characters.ts'
import { type Clued, matchesIn, mayHold, mayHoldFrom, staysInLine } from '../scan/clues.ts'
import type { ReadWindow } from '../vocabulary/windows.ts'
import { firstWhere } from './in-order.ts'
import type { Page } from './page.ts'

/** The words at a place, as the document writes them. */
export const quote = ({ written }: Page, { start, end }: Span): string => written.slice(start, end)

/** The same, cut to what a message can carry. */
export const brief = (plan: Page, span: Span, most = 24): string => {
  const words = quote(plan, span).replace(/\s+/g, '')
  return words.length > most ? `${words.slice(0, most)}…` : words
}

/** The plan's own words. */
export const bodyOf = ({ text, reading }: Page): string => text.slice(reading.span.start, reading.span.end)

/** A place found in the plan's own words, as a place in the text. */
export const placed = ({ reading }: Page, index: number, length: number): Span => ({
  start: reading.span.start + index,
  end: reading.span.start + index + length,
})

type Hit = Span & { readonly match: RegExpExecArray }

const noHits: readonly Hit[] = []

/** Every hit of a pattern in the plan with its place. */
export const hitsOf = (plan: Page, pattern: Clued): readonly Hit[] => {
  const { text, lines } = plan
  const { start, end } = plan.reading.span
  if (!mayHold(pattern, text, start, end)) return noHits
  const hits: Hit[] = []
  if (!staysInLine(pattern)) {
    addHits(hits, text, pattern, start, end)
    return hits
  }
  let next = 0
  for (const line of lines) {
    if (line.end <= next) continue
    next = mayHoldFrom(pattern, text, Math.max(next, line.start))
    if (next < line.end) addHits(hits, text, pattern, line.start, line.end)
  }
  return hits
}

const addHits = (hits: Hit[], text: string, pattern: Clued, start: number, end: number): void => {
  for (const match of matchesIn(pattern, text, start, end)) {
    const at = start + match.index
    hits.push({ start: at, end: at + match[0].length, match })
  }
}

export const holds = (outer: Span, inner: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

export const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const enders = characters('。!?;\n')

/** The sentence that holds a place, looking at most `reach` characters either way. */
export const sentenceAround = ({ text, reading }: Page, at: Span, reach = 200): Span => {
  let { start, end } = at
  const first = Math.max(reading.span.start, start - reach)
  const last = Math.min(reading.span.end, end + reach)
  while (start > first && enders[text.charCodeAt(start - 1)] === 0) start--
  while (end < last && enders[text.charCodeAt(end)] === 0) end++
  return { start, end }
}

const pauses = new Set(',:')

/** The stretch between commas that holds a place. */
export const clauseAround = (plan: Page, at: Span, reach = 120): Span => {
  const { text } = plan
  const sentence = sentenceAround(plan, at, reach)
  let { start, end } = at
  while (start > sentence.start && !pauses.has(text[start - 1] ?? '')) start--
  while (end < sentence.end && !pauses.has(text[end] ?? '')) end++
  return { start, end }
}

/** The index of the line that holds an offset; -1 where none does. */
export const lineIndexAt = ({ lines }: Page, at: number): number => {
  const index = firstWhere(lines, line => line.end >= at)
  return (lines[index]?.start ?? at + 1) <= at ? index : -1
}

/** The line that holds an offset. */
export const lineAt = (plan: Page, at: number): Page['lines'][number] | null =>
  plan.lines[lineIndexAt(plan, at)] ?? null

/** The windows of time that are told in a stretch of the text. */
export const windowsWithin = ({ windows }: Page, { start, end }: Span): Page['windows'] => {
  const found: ReadWindow[] = []
  for (let i = firstWhere(windows, w => w.at.start >= start); i < windows.length; i++) {
    const window = windows[i] as ReadWindow
    if (window.at.end > end) break
    found.push(window)
  }
  return found
}
