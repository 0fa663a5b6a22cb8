import type { Reading } from '../plan.ts'

/** Reads in simplified characters, shows as written: words found in the canonical text are put back as the document has them. */
export const asWritten = (reading: Reading, canonical: string, written: string): Reading => {
  if (canonical === written) return reading
  return restore(reading, canonical, written) as Reading
}

type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree }
type Place = { readonly start: number; readonly end: number }

const reach = 200

const kept = new Set(['role', 'kind', 'step', 'op', 'per', 'date', 'start', 'end', 'marker', 'section'])

const wordsAsWritten = (words: string, place: Place, canonical: string, written: string): string => {
  const from = Math.max(0, place.start - reach)
  const at = canonical.slice(from, place.end + reach).indexOf(words)
  return at < 0 ? words : written.slice(from + at, from + at + words.length)
}

const isPlace = (x: Tree | undefined): x is Place & { readonly [key: string]: Tree } =>
  typeof x === 'object' &&
  x !== null &&
  !Array.isArray(x) &&
  'start' in x &&
  'end' in x &&
  typeof x['start'] === 'number'

const restore = (
  tree: unknown,
  canonical: string,
  written: string,
  place: Place = { start: 0, end: written.length },
): unknown => {
  // The reading is plain data by construction; it is walked as such.
  const node = tree as Tree
  if (typeof node === 'string') return wordsAsWritten(node, place, canonical, written)
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map(item => restore(item, canonical, written, place))
  const here = node as { readonly [key: string]: Tree }
  const span = here['span']
  const inner = isPlace(span) ? span : place
  return Object.fromEntries(
    Object.entries(here).map(([key, value]) => [
      key,
      kept.has(key) ? value : restore(value, canonical, written, inner),
    ]),
  )
}
