import { isNoted, type KeyTable, type Notes, nextNoted, noNotes, notesOf, tableOf } from './notes.ts'
import { certainOf } from './pattern-keys.ts'

/**
 * A pattern whose keys are searched for beforehand. A long text is asked some two hundred questions a sentence, and
 * nearly all are answered with no. Instead of running every pattern over every sentence, the text is gone through once,
 * character by character; where a key of a pattern stands, the pattern is noted for that clause. A pattern is run only
 * where its note is found.
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
/** By number: the keys. */
const known: (readonly string[])[] = []

/** Makes a pattern one that is searched for beforehand. To be called once, where the pattern is written. */
export const clued = (shape: RegExp): Clued => {
  const pattern: Clued = { shape, clues: null }
  all.push(pattern)
  return pattern
}

/** Several patterns that are passed over together. */
export type CluedAny = {
  readonly patterns: readonly Clued[]
  /** Null until first asked for; -1 where one of them has no keys. */
  number: number | null
}

const choices: CluedAny[] = []

/** Where none of some patterns can match, a reader that asks for all of them is told so by one look. */
export const anyOf = (...patterns: readonly Clued[]): CluedAny => {
  const choice: CluedAny = { patterns, number: null }
  choices.push(choice)
  return choice
}

/** Every pattern written so far. */
export const cluedPatterns = (): readonly Clued[] => all

/** Characters that some match begins or ends with have a number each, so that a set of them is a few words of bits. */
const numbers = new Uint16Array(65_536)
const [mostNumbers, setWords] = [4096, 128]
let numbered = 0

/** Null where the characters are not known, or more than can be told apart. */
const setOf = (characters: string | null): Int32Array | null => {
  if (characters === null || numbered + characters.length >= mostNumbers) return null
  const set = new Int32Array(setWords)
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i)
    if (numbers[code] === 0) numbers[code] = ++numbered
    const number = numbers[code] as number // by 16-bit code
    set[number >> 5] = (set[number >> 5] as number) | (1 << (number & 31)) // within the set
  }
  return set
}

/** Outside a text (a code that is none), nothing is in a set. */
const isIn = (set: Int32Array, code: number): boolean => {
  const number = numbers[code] as number // 0, which is in no set, for all that has none
  return ((set[number >> 5] as number) & (1 << (number & 31))) !== 0
}

const learn = (pattern: Clued): Clues => {
  const certain = certainOf(pattern.shape)
  const firsts = certain && (certain.opens || pattern.shape.sticky) ? setOf(certain.firsts) : null
  const lasts = certain?.closes ? setOf(certain.lasts) : null
  const inLine = certain?.inLine ?? false
  const keys = certain && !pattern.shape.sticky ? certain.keys : null
  if (keys) known.push(keys)
  pattern.clues = { number: keys ? known.length - 1 : -1, firsts, lasts, inLine }
  return pattern.clues
}

const learnAny = (choice: CluedAny): number => {
  const keys: string[] = []
  for (const { shape } of choice.patterns) {
    const own = certainOf(shape)?.keys
    if (!own) {
      choice.number = -1
      return -1
    }
    keys.push(...own)
  }
  known.push(keys)
  choice.number = known.length - 1
  return choice.number
}

/** By code: which of some sticky patterns, at most eight, may match where such a character stands; a bit each, in order. */
export const beginningsOf = (...patterns: readonly Clued[]): ((code: number) => number) => {
  let bits: Uint8Array | null = null
  return code => {
    bits ??= beginningBits(patterns)
    return bits[code] as number // 0 behind the end of a text, whose code is none
  }
}

const beginningBits = (patterns: readonly Clued[]): Uint8Array => {
  const bits = new Uint8Array(65_536)
  const sets = patterns.map(pattern => (pattern.clues ?? learn(pattern)).firsts)
  bits.fill(sets.reduce((any, set, i) => (set === null ? any | (1 << i) : any), 0))
  for (let code = 0; code < bits.length; code++)
    if (numbers[code] !== 0)
      for (let i = 0; i < sets.length; i++) {
        const set = sets[i]
        if (set && isIn(set, code)) bits[code] = (bits[code] as number) | (1 << i) // within the array
      }
  return bits
}

/** Whether it is worth while, and does no harm, to search line by line: no match holds a line break or looks at one. */
export const staysInLine = (pattern: Clued): boolean => {
  const { inLine, number } = pattern.clues ?? learn(pattern)
  return inLine && number >= 0
}

let table: KeyTable | null = null

const tableNow = (): KeyTable => {
  if (table?.size === known.length && learnt === all.length + choices.length) return table
  for (const pattern of all) if (pattern.clues === null) learn(pattern)
  for (const choice of choices) if (choice.number === null) learnAny(choice)
  learnt = all.length + choices.length
  table = tableOf(known)
  return table
}

let learnt = 0
let current: Notes = noNotes

const forgetting: (() => void)[] = []

/**
 * A reading that several rules ask for at the same place is done there once, while its text is being read. `remembered`,
 * a power of two, is how many are kept: enough for a plan.
 */
export const oncePerPlace = <T>(
  read: (text: string, start: number, end: number) => T,
  remembered = 1024,
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
  current = notesOf(text, tableNow())
  try {
    return read()
  } finally {
    current = noNotes
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
  return number < 0 || text !== current.text || isNoted(current, number, start, end)
}

/** No match of a pattern begins in a line before the one that holds this offset; it is `at` where nothing is known. */
export const mayHoldFrom = (pattern: Clued, text: string, at: number): number => {
  const { number } = pattern.clues ?? learn(pattern)
  return number < 0 || text !== current.text ? at : nextNoted(current, number, at)
}

/** False where none of several patterns has a match between two offsets. */
export const mayHoldAny = (choice: CluedAny, text: string, start: number, end: number): boolean => {
  if (start < 0 || start >= end || end > text.length || text !== current.text) return true
  const number = choice.number ?? learnAny(choice)
  return number < 0 || isNoted(current, number, start, end)
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
