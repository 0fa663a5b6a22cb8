import { placeAt, placeWords } from '@luoshi/plan-compiler/1-read/place-at'
import { originOf } from '@luoshi/plan-compiler/1-read/places'
import type { Place } from '@luoshi/plan-compiler/plan'
import type { Language } from '../command.ts'

/** Line and column, from 1, as an editor counts them. */
export type Position = { readonly line: number; readonly column: number }

const lineStarts = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\r\n?|\n/g), m => m.index + m[0].length),
]

const lastAtMost = (sorted: readonly number[], value: number): number => {
  let low = 0
  let high = sorted.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle
  }
  return low
}

/** Says where in the document an offset into the cleaned text lies. */
export const sourceMap = (document: string, cleaned: string): ((offset: number) => Position) => {
  const offsets = originOf(document, cleaned)
  const text = offsets ? document : cleaned
  const starts = lineStarts(text)
  return offset => {
    const at = offsets?.[offset] ?? offset
    const line = lastAtMost(starts, at)
    return { line: line + 1, column: [...text.slice(starts[line], at)].length + 1 }
  }
}

/** Says where in the file it came from an offset into the cleaned text lies: the page and the paragraph. */
export const sourcePlaces =
  (places: readonly Place[], language: Language): ((offset: number) => string) =>
  offset => {
    const place = placeAt(places, offset)
    return place ? placeWords(place, language) : ''
  }
