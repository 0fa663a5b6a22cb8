import type { Place } from '../plan.ts'
import { characters } from '../scan/characters.ts'

/** Where a stretch of a document stands, not yet laid on a text. */
export type Where = Omit<Place, 'start'>

/** A line as a reader of files gives it; `inner` are places that begin further on in it, with offsets into it. */
export type PlacedLine = {
  readonly text: string
  readonly where: Where
  readonly inner?: readonly Place[]
}

export type PlacedText = { readonly text: string; readonly places: readonly Place[] }

/** Lines put one under another, with the place of each. */
export const placedText = (lines: readonly PlacedLine[]): PlacedText => {
  const places: Place[] = []
  let start = 0
  for (const { text, where, inner = [] } of lines) {
    if (text !== '') places.push({ start, ...where }, ...inner.map(place => ({ ...place, start: place.start + start })))
    start += text.length + 1
  }
  return { text: lines.map(line => line.text).join('\n'), places }
}

const breaks = characters('\r\n\u0085\u2028\u2029\v\f')
const [lineFeed, carriageReturn] = ['\n'.charCodeAt(0), '\r'.charCodeAt(0)]

/** The lines of a plain text, counted as an editor counts them; empty ones have no words to be found in. */
export const linePlaces = (text: string): readonly Place[] => {
  const places: Place[] = []
  let start = 0
  let line = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (breaks[code] === 0) continue
    if (at > start) places.push({ start, line })
    if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at++
    start = at + 1
    line++
  }
  if (text.length > start) places.push({ start, line })
  return places
}

/** Whether a character of the cleaned text is one of the document: cleaning turns every break into one kind. */
const isSame = (cleaned: number, document: number): boolean =>
  cleaned === document || (cleaned === lineFeed && breaks[document] === 1)

/**
 * Where each character of a cleaned text stands in the document: `origin[i]` for the i-th, and the end of the last one after
 * it. Cleaning leaves characters out and adds none, so the one is read off the other from left to right; null where that does
 * not work out.
 */
export const originOf = (document: string, cleaned: string): Uint32Array | null => {
  const origin = new Uint32Array(cleaned.length + 1)
  let at = 0
  for (let i = 0; i < cleaned.length; i++) {
    const wanted = cleaned.charCodeAt(i)
    while (at < document.length && !isSame(wanted, document.charCodeAt(at))) at++
    if (at >= document.length) return null
    origin[i] = at++
  }
  origin[cleaned.length] = at
  return origin
}

/** Places in a document as places in its cleaned text. A place of which nothing is left is dropped. */
export const carryPlaces = (document: string, cleaned: string, places: readonly Place[]): readonly Place[] => {
  if (document === cleaned) return places
  const carried: Place[] = []
  let [at, i] = [0, 0]
  for (const place of places) {
    const { start } = place
    const unchanged = document.slice(at, start)
    if (at < start && cleaned.startsWith(unchanged, i)) {
      i += unchanged.length
      at = start
    }
    while (i < cleaned.length && at < start) {
      if (isSame(cleaned.charCodeAt(i), document.charCodeAt(at))) i++
      at++
    }
    if (carried.at(-1)?.start === i) carried.pop()
    carried.push({ ...place, start: i })
  }
  return carried.filter(({ start }) => start < cleaned.length)
}
