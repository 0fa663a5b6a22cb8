import type { Line } from '../2-outline/lines.ts'
import type { Span } from '../plan.ts'
import { characters } from '../scan/characters.ts'
import { type Clued, matchesIn, mayHold, mayHoldFrom, staysInLine } from '../scan/clues.ts'
import type { ReadWindow } from '../vocabulary/windows.ts'
import type { Page } from './page.ts'

/** The words at a place, as the document writes them. */
export const quote = ({ written }: Page, { start, end }: Span): string => written.slice(start, end)

const blanks = characters('', 'and blanks')

const hasBlank = (text: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (blanks[text.charCodeAt(at)] === 1) return true
  return false
}

/** The same, cut to what a message can carry. */
export const brief = (plan: Page, span: Span, most = 24): string => {
  const begun = Math.min(span.end, span.start + most + 1)
  // Nothing has to be taken out of what will be shown, as a rule.
  if (!hasBlank(plan.written, span.start, begun))
    return begun - span.start > most ? `${plan.written.slice(span.start, begun - 1)}…` : quote(plan, span)
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
  if (staysInLine(pattern)) return hitsInLines(plan, lines, pattern)
  const hits: Hit[] = []
  addHits(hits, text, pattern, start, end)
  return hits
}

/** Every hit of a pattern that stays in a line, in some of the plan's lines. */
export const hitsInLines = ({ text }: Page, lines: readonly Line[], pattern: Clued): readonly Hit[] => {
  const hits: Hit[] = []
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
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] as Line).end >= at) high = middle
    else low = middle + 1
  }
  return (lines[low]?.start ?? at + 1) <= at ? low : -1
}

/** The line that holds an offset. */
export const lineAt = (plan: Page, at: number): Page['lines'][number] | null =>
  plan.lines[lineIndexAt(plan, at)] ?? null

const noWindows: readonly ReadWindow[] = []

/** The windows of time that are told in a stretch of the text. */
export const windowsWithin = ({ windows }: Page, { start, end }: Span): Page['windows'] => {
  let [low, high] = [0, windows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((windows[middle] as ReadWindow).at.start >= start) high = middle
    else low = middle + 1
  }
  const first = low
  while (low < windows.length && (windows[low] as ReadWindow).at.end <= end) low++
  return first === low ? noWindows : windows.slice(first, low)
}
