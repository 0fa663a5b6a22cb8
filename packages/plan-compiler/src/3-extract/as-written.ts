import type { Reading } from '../plan.ts'

type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree }
type Place = { readonly start: number; readonly end: number }

/** The two texts, the offsets at which they differ, and the canonical characters that stand there. */
type Texts = {
  readonly canonical: string
  readonly written: string
  readonly changes: Uint32Array
  readonly suspects: Uint8Array
}

const reach = 120

const kept = new Set(['role', 'kind', 'step', 'op', 'per', 'date', 'start', 'end', 'marker', 'section'])

const textsOf = (canonical: string, written: string): Texts => {
  const changes = new Uint32Array(written.length)
  const suspects = new Uint8Array(65_536)
  let n = 0
  for (let i = 0; i < written.length; i++) {
    const c = canonical.charCodeAt(i)
    if (c === written.charCodeAt(i)) continue
    changes[n++] = i
    suspects[c] = 1
  }
  return { canonical, written, changes: changes.subarray(0, n), suspects }
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

/** Words without a character that is written otherwise anywhere are as written. */
const mayDiffer = (words: string, { suspects }: Texts): boolean => {
  for (let i = 0; i < words.length; i++) if (suspects[words.charCodeAt(i)] === 1) return true
  return false
}

const wordsAsWritten = (words: string, place: Place, texts: Texts): string => {
  if (!mayDiffer(words, texts)) return words
  const { canonical, written } = texts
  const from = Math.max(0, place.start - reach)
  const at = canonical.slice(from, place.end + reach).indexOf(words)
  return at < 0 ? words : written.slice(from + at, from + at + words.length)
}

type Branch = { readonly [key: string]: Tree }

const isPlace = (x: Tree | undefined): x is Place & Branch =>
  typeof x === 'object' && x !== null && 'start' in x && typeof x['start'] === 'number'

/** The same tree with other words in it; the tree itself where none is written otherwise. */
const restore = (tree: Tree, texts: Texts, place: Place): Tree => {
  if (typeof tree === 'string') return wordsAsWritten(tree, place, texts)
  if (typeof tree !== 'object' || tree === null) return tree
  return Array.isArray(tree) ? restoreList(tree, texts, place) : restoreBranch(tree as Branch, texts, place)
}

const restoreList = (list: readonly Tree[], texts: Texts, place: Place): readonly Tree[] => {
  let restored: Tree[] | null = null
  for (let i = 0; i < list.length; i++) {
    const item = list[i] as Tree // within the list
    const other = restore(item, texts, place)
    if (other === item) continue
    restored ??= list.slice()
    restored[i] = other
  }
  return restored ?? list
}

const restoreBranch = (branch: Branch, texts: Texts, place: Place): Branch => {
  const span = branch['span']
  const inner = isPlace(span) ? span : place
  if (inner !== place && !changed(texts, Math.max(0, inner.start - reach), inner.end + reach)) return branch
  let restored: { [key: string]: Tree } | null = null
  for (const key in branch) {
    const value = branch[key] as Tree // its own key
    if (typeof value === 'number' || value === span || value === null) continue
    const other = kept.has(key) ? value : restore(value, texts, inner)
    if (other === value) continue
    restored ??= { ...branch }
    restored[key] = other
  }
  return restored ?? branch
}

/** Reads in simplified characters, shows as written: gives back the words of readings of `canonical` as `written` has them. */
export const writtenForm = (canonical: string, written: string): ((reading: Reading) => Reading) => {
  if (canonical === written) return reading => reading
  const texts = textsOf(canonical, written)
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
