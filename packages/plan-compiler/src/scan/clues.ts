import { certainOf } from './pattern-keys.ts'

/**
 * A pattern whose keys are searched for beforehand. A long text is asked some two hundred questions a sentence, and
 * nearly all are answered with no. Instead of running every pattern over every sentence, the text is gone through once,
 * character by character; where a key of a pattern stands, the pattern is noted for that block of 32 characters. A
 * pattern is run only where its note is found.
 */
export type Clued = {
  readonly shape: RegExp
  /** Null until the pattern is first asked for: reading some hundred patterns would make a short text wait. */
  clues: Clues | null
}

type Clues = {
  /** Its number among all patterns that have keys; -1 where nothing sure is known of its matches. */
  readonly number: number
  /** Of a pattern that looks at one place only: the characters that its matches begin, or end, with. */
  readonly firsts: Int32Array | null
  readonly lasts: Int32Array | null
  readonly inLine: boolean
}

const all: Clued[] = []
const known: { readonly keys: readonly string[] }[] = []

/** Makes a pattern one that is searched for beforehand. To be called once, where the pattern is written. */
export const clued = (shape: RegExp): Clued => {
  const pattern: Clued = { shape, clues: null }
  all.push(pattern)
  return pattern
}

/** Every pattern written so far. */
export const cluedPatterns = (): readonly Clued[] => all

const setOf = (characters: string | null): Int32Array | null => {
  if (characters === null) return null
  const set = new Int32Array(2048)
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i)
    set[code >> 5] = (set[code >> 5] ?? 0) | (1 << (code & 31))
  }
  return set
}

const nothingSure: Clues = { number: -1, firsts: null, lasts: null, inLine: false }

const learn = (pattern: Clued): Clues => {
  const certain = certainOf(pattern.shape)
  const firsts = certain && (certain.opens || pattern.shape.sticky) ? setOf(certain.firsts) : null
  const lasts = certain?.closes ? setOf(certain.lasts) : null
  const inLine = certain?.inLine ?? false
  // Where one place is all it looks at, the character there says more than what stands around.
  if (firsts || lasts) pattern.clues = { number: -1, firsts, lasts, inLine }
  else if (certain?.keys) {
    known.push({ keys: certain.keys })
    pattern.clues = { number: known.length - 1, firsts, lasts, inLine }
  } else pattern.clues = nothingSure
  return pattern.clues
}

/** By code: whether a match of any of some sticky patterns may begin with a character. */
export const beginningsOf = (...patterns: readonly Clued[]): ((code: number) => boolean) => {
  let sets: readonly (Int32Array | null)[] | null = null
  return code => {
    sets ??= patterns.map(pattern => (pattern.clues ?? learn(pattern)).firsts)
    for (const set of sets) if (set === null || isIn(set, code)) return true
    return false
  }
}

/** Whether it is worth while, and does no harm, to search line by line: no match holds a line break or looks at one. */
export const staysInLine = (pattern: Clued): boolean => {
  const { inLine, number } = pattern.clues ?? learn(pattern)
  return inLine && number >= 0
}

const isIn = (set: Int32Array, code: number): boolean => ((set[code >> 5] as number) & (1 << (code & 31))) !== 0 // 16-bit codes

/** The patterns that each key speaks for, as bits of the words of a note. */
type KeyTable = {
  readonly size: number
  readonly width: number
  /** By character: the number of its entry, 0 for none. */
  readonly singles: Uint16Array
  /** By character: whether it begins a pair. */
  readonly openers: Uint8Array
  /** Pairs by open addressing, and their entries. */
  readonly pairs: Int32Array
  readonly entries: Uint16Array
  /** By entry: words of the note, and what is set in them. */
  readonly words: readonly Int32Array[]
  readonly bits: readonly Int32Array[]
}

type Notes = { readonly text: string; readonly notes: Int32Array; readonly width: number }

const slots = 1 << 13
const slotOf = (pair: number): number => (Math.imul(pair, 0x9e3779b1) >>> 19) & (slots - 1)

const pairOf = (key: string): number => (key.charCodeAt(0) << 16) | key.charCodeAt(1)

const tableOf = (): KeyTable => {
  for (const pattern of all) if (pattern.clues === null) learn(pattern)
  const byKey = new Map<string, number[]>()
  for (const [number, { keys }] of known.entries())
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), number])
  const singles = new Uint16Array(65_536)
  const openers = new Uint8Array(65_536)
  const pairs = new Int32Array(slots)
  const entries = new Uint16Array(slots)
  const words: Int32Array[] = [new Int32Array(0)]
  const bits: Int32Array[] = [new Int32Array(0)]
  for (const [key, numbers] of byKey) {
    const set = new Map<number, number>()
    for (const number of numbers) set.set(number >> 5, (set.get(number >> 5) ?? 0) | (1 << (number & 31)))
    if (key.length === 1) singles[key.charCodeAt(0)] = words.length
    else {
      let slot = slotOf(pairOf(key))
      while (pairs[slot] !== 0) slot = (slot + 1) & (slots - 1)
      pairs[slot] = pairOf(key)
      entries[slot] = words.length
      openers[key.charCodeAt(0)] = 1
    }
    words.push(Int32Array.from(set.keys()))
    bits.push(Int32Array.from(set.values()))
  }
  return { size: all.length, width: (known.length + 31) >> 5, singles, openers, pairs, entries, words, bits }
}

const blockBits = 5

let table: KeyTable | null = null

/** Goes through the text once and notes, block by block, the patterns whose keys stand there. */
const notesOf = (text: string, { width, singles, openers, pairs, entries, words, bits }: KeyTable): Int32Array => {
  const notes = new Int32Array(((text.length >> blockBits) + 1) * width)
  const note = (entry: number, base: number): void => {
    const [where, what] = [words[entry], bits[entry]] as [Int32Array, Int32Array] // every entry has both
    for (let i = 0; i < where.length; i++) {
      const at = base + (where[i] as number) // within the array
      notes[at] = (notes[at] as number) | (what[i] as number) // within the arrays
    }
  }
  let next = text.charCodeAt(0)
  for (let i = 0; i < text.length; i++) {
    const c = next
    next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0
    const single = singles[c] as number // by 16-bit code
    if (single !== 0) note(single, (i >> blockBits) * width)
    if (openers[c] === 0) continue
    const pair = (c << 16) | next
    for (let slot = slotOf(pair); pairs[slot] !== 0; slot = (slot + 1) & (slots - 1))
      if (pairs[slot] === pair) {
        note(entries[slot] as number, (i >> blockBits) * width) // as long as `pairs`
        break
      }
  }
  return notes
}

const empty: Notes = { text: '', notes: new Int32Array(0), width: 0 }
let current: Notes = empty

const forgetting: (() => void)[] = []
const remembered = 1024

/** A reading that several rules ask for at the same place is done there once, while its text is being read. */
export const oncePerPlace = <T>(
  read: (text: string, start: number, end: number) => T,
): ((text: string, start: number, end: number) => T) => {
  const starts = new Int32Array(remembered).fill(-1)
  const ends = new Int32Array(remembered)
  const known: (T | undefined)[] = new Array(remembered)
  forgetting.push(() => {
    starts.fill(-1)
    known.fill(undefined)
  })
  return (text, start, end) => {
    if (text !== current.text) return read(text, start, end)
    const slot = (start * 31 + end) & (remembered - 1)
    // The slot holds what was read where its place is this one.
    if (starts[slot] === start && ends[slot] === end) return known[slot] as T
    const now = read(text, start, end)
    starts[slot] = start
    ends[slot] = end
    known[slot] = now
    return now
  }
}

const anything = /^/

/** The first text that is shorter is read sooner without. */
const shortest = 1000

/** Goes through a text beforehand for whatever is read from it in the meantime. */
export const withClues = <T>(text: string, read: () => T): T => {
  if (table === null && text.length < shortest) return read()
  if (table?.size !== all.length) table = tableOf()
  current = { text, notes: notesOf(text, table), width: table.width }
  try {
    return read()
  } finally {
    current = empty
    for (const forget of forgetting) forget()
    // The engine keeps the text that was matched last, until another is.
    anything.test('')
  }
}

/** False where a pattern certainly has no match between two offsets. Of texts not gone through its place tells at most. */
export const mayHold = (pattern: Clued, text: string, start: number, end: number): boolean => {
  if (start < 0 || start >= end || end > text.length) return true
  const { firsts, lasts, number } = pattern.clues ?? learn(pattern)
  if (firsts && !isIn(firsts, text.charCodeAt(start))) return false
  if (lasts && !isIn(lasts, text.charCodeAt(end - 1))) return false
  const { notes, width, text: seen } = current
  if (number < 0 || seen !== text) return true
  const word = number >> 5
  const bit = 1 << (number & 31)
  const last = ((end - 1) >> blockBits) * width + word
  for (let at = (start >> blockBits) * width + word; at <= last; at += width)
    if (((notes[at] as number) & bit) !== 0) return true // within the text
  return false
}

/** Whether the words between two offsets, taken alone, hold a match. For patterns without `g`. */
export const holds = (pattern: Clued, text: string, start: number, end: number): boolean =>
  mayHold(pattern, text, start, end) && pattern.shape.test(text.slice(start, end))

/** Whether some words hold a match. */
export const fits = (pattern: Clued, words: string): boolean =>
  mayHold(pattern, words, 0, words.length) && pattern.shape.test(words)

const none: readonly RegExpExecArray[] = []

/** Every match in the words between two offsets, taken alone; its index counts from `start`. For patterns with `g`. */
export const matchesIn = (pattern: Clued, text: string, start: number, end: number): readonly RegExpExecArray[] => {
  if (!mayHold(pattern, text, start, end)) return none
  const { shape } = pattern
  const words = text.slice(start, end)
  const found: RegExpExecArray[] = []
  // One after another by hand: `matchAll` makes a copy of the pattern each time, which costs more than the search.
  shape.lastIndex = 0
  for (let m = shape.exec(words); m !== null; m = shape.exec(words)) {
    found.push(m)
    if (m[0] === '') shape.lastIndex++
  }
  return found
}

/** The first match in the words between two offsets, taken alone. For patterns without `g`. */
export const matchIn = (pattern: Clued, text: string, start: number, end: number): RegExpExecArray | null =>
  mayHold(pattern, text, start, end) ? pattern.shape.exec(text.slice(start, end)) : null

/** Where the match of a sticky pattern at a place ends; -1 where there is none. */
export const endAt = (pattern: Clued, text: string, at: number): number => {
  const { firsts } = pattern.clues ?? learn(pattern)
  if (firsts && at < text.length && !isIn(firsts, text.charCodeAt(at))) return -1
  const { shape } = pattern
  shape.lastIndex = at
  return shape.test(text) ? shape.lastIndex : -1
}

/** The match of a sticky pattern at a place. */
export const matchAt = (pattern: Clued, text: string, at: number): RegExpExecArray | null => {
  const { firsts } = pattern.clues ?? learn(pattern)
  if (firsts && at < text.length && !isIn(firsts, text.charCodeAt(at))) return null
  const { shape } = pattern
  shape.lastIndex = at
  return shape.exec(text)
}
