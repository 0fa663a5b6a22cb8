import type { Reading } from '../plan.ts'

type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree }
type Place = { readonly start: number; readonly end: number }

/** The two texts, and the offsets at which they differ. */
type Texts = { readonly canonical: string; readonly written: string; readonly changes: Uint32Array }

const reach = 120

const kept = new Set(['role', 'kind', 'step', 'op', 'per', 'date', 'start', 'end', 'marker', 'section'])

const changesBetween = (canonical: string, written: string): Uint32Array => {
  const changes = new Uint32Array(written.length)
  let n = 0
  for (let i = 0; i < written.length; i++) if (canonical.charCodeAt(i) !== written.charCodeAt(i)) changes[n++] = i
  return changes.subarray(0, n)
}

/** Whether any character between two offsets is written otherwise than it is read. */
const changed = ({ changes }: Texts, start: number, end: number): boolean => {
  let [low, high] = [0, changes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((changes[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low < changes.length && (changes[low] ?? 0) < end
}

const wordsAsWritten = (words: string, place: Place, { canonical, written }: Texts): string => {
  const from = Math.max(0, place.start - reach)
  const at = canonical.slice(from, place.end + reach).indexOf(words)
  return at < 0 ? words : written.slice(from + at, from + at + words.length)
}

const isPlace = (x: Tree | undefined): x is Place & { readonly [key: string]: Tree } =>
  typeof x === 'object' && x !== null && 'start' in x && typeof x['start'] === 'number'

const restore = (tree: Tree, texts: Texts, place: Place): Tree => {
  if (typeof tree === 'string') return wordsAsWritten(tree, place, texts)
  if (typeof tree !== 'object' || tree === null) return tree
  if (Array.isArray(tree)) return tree.map(item => restore(item, texts, place))
  const here = tree as { readonly [key: string]: Tree }
  const span = here['span']
  const inner = isPlace(span) ? span : place
  if (inner !== place && !changed(texts, Math.max(0, inner.start - reach), inner.end + reach)) return here
  const restored: { [key: string]: Tree } = {}
  for (const [key, value] of Object.entries(here)) restored[key] = kept.has(key) ? value : restore(value, texts, inner)
  return restored
}

/** Reads in simplified characters, shows as written: gives back the words of readings of `canonical` as `written` has them. */
export const writtenForm = (canonical: string, written: string): ((reading: Reading) => Reading) => {
  if (canonical === written) return reading => reading
  const texts = { canonical, written, changes: changesBetween(canonical, written) }
  const whole = { start: 0, end: written.length }
  return reading => {
    const restored = Object.entries(reading).map(([key, value]): [string, unknown] => {
      // A reading is plain data: strings, numbers, lists and records of them.
      const tree = value as Tree
      return [key, key === 'span' ? value : restore(tree, texts, isPlace(reading.span) ? reading.span : whole)]
    })
    // The same record with other words in it.
    return Object.fromEntries(restored) as unknown as Reading
  }
}
