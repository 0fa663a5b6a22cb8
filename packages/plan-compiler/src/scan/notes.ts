import { characters } from './characters.ts'

/** Keys, a character or two each, and the numbers of those who look for them. */
export type KeyTable = {
  /** How many look for keys. */
  readonly size: number
  /** By character: the number of its entry, 0 for none. */
  readonly singles: Uint16Array
  /** By character: whether it begins a pair. */
  readonly openers: Uint8Array
  /** Pairs by open addressing, and their entries. */
  readonly pairs: Int32Array
  readonly entries: Uint16Array
  /** By entry: who looks for its key. */
  readonly seekers: readonly Int32Array[]
}

const slots = 1 << 13
const slotOf = (pair: number): number => (Math.imul(pair, 0x9e3779b1) >>> 19) & (slots - 1)

const pairOf = (key: string): number => (key.charCodeAt(0) << 16) | key.charCodeAt(1)

/** `keys`: by the number of who looks for them. */
export const tableOf = (keys: readonly (readonly string[])[]): KeyTable => {
  const byKey = new Map<string, number[]>()
  for (const [number, sought] of keys.entries())
    for (const key of new Set(sought)) {
      const known = byKey.get(key)
      if (known) known.push(number)
      else byKey.set(key, [number])
    }
  const singles = new Uint16Array(65_536)
  const openers = new Uint8Array(65_536)
  const pairs = new Int32Array(slots)
  const entries = new Uint16Array(slots)
  const seekers: Int32Array[] = [new Int32Array(0)]
  for (const [key, numbers] of byKey) {
    if (key.length === 1) singles[key.charCodeAt(0)] = seekers.length
    else {
      let slot = slotOf(pairOf(key))
      while (pairs[slot] !== 0) slot = (slot + 1) & (slots - 1)
      pairs[slot] = pairOf(key)
      entries[slot] = seekers.length
      openers[key.charCodeAt(0)] = 1
    }
    seekers.push(Int32Array.from(numbers))
  }
  return { size: keys.length, singles, openers, pairs, entries, seekers }
}

/** A text by blocks, and for each number a row of bits: in which of the blocks a key of it stands. */
export type Notes = {
  readonly text: string
  /** By offset: the number of the block. */
  readonly blocks: Int32Array
  /** By number: where the block begins. */
  readonly starts: Int32Array
  /** The rows of bits, one after the other, each so many words long. */
  readonly bits: Int32Array
  readonly width: number
}

export const noNotes: Notes = {
  text: '',
  blocks: new Int32Array(0),
  starts: new Int32Array(0),
  bits: new Int32Array(0),
  width: 0,
}

/** A block ends with the clause, so that what is asked of a clause is told by its own words. */
const pauses = characters('\n\t。!?;,:()、')
const [shortest, longest] = [4, 32]

const blocksOf = (text: string): Pick<Notes, 'blocks' | 'starts'> => {
  const blocks = new Int32Array(text.length + 1)
  const starts = [0]
  let block = 0
  let begun = 0
  for (let i = 0; i < text.length; i++) {
    blocks[i] = block
    const length = i + 1 - begun
    if (length === longest || (length >= shortest && pauses[text.charCodeAt(i)] === 1)) {
      block++
      begun = i + 1
      starts.push(begun)
    }
  }
  blocks[text.length] = block
  return { blocks, starts: Int32Array.from(starts) }
}

/** Goes through the text once and notes, block by block, for whom a key stands there. A pair is noted where it begins. */
export const notesOf = (text: string, { size, singles, openers, pairs, entries, seekers }: KeyTable): Notes => {
  const { blocks, starts } = blocksOf(text)
  const width = (starts.length + 31) >> 5
  const bits = new Int32Array(width * size)
  const noted = new Int32Array(seekers.length).fill(-1)
  const note = (entry: number, block: number): void => {
    if (noted[entry] === block) return
    noted[entry] = block
    const numbers = seekers[entry] as Int32Array // every entry has its own
    const bit = 1 << (block & 31)
    for (let i = 0; i < numbers.length; i++) {
      const at = (numbers[i] as number) * width + (block >> 5) // within the array
      bits[at] = (bits[at] as number) | bit // within the array
    }
  }
  let next = text.charCodeAt(0)
  for (let i = 0; i < text.length; i++) {
    const c = next
    next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0
    const single = singles[c] as number // by 16-bit code
    if (single !== 0) note(single, blocks[i] as number)
    if (openers[c] === 0) continue
    const pair = (c << 16) | next
    for (let slot = slotOf(pair); pairs[slot] !== 0; slot = (slot + 1) & (slots - 1))
      if (pairs[slot] === pair) {
        note(entries[slot] as number, blocks[i] as number) // as long as `pairs`
        break
      }
  }
  return { text, blocks, starts, bits, width }
}

/** Whether a key of a number stands between two offsets, or in the blocks that hold them. `start` is before `end`. */
export const isNoted = ({ blocks, bits, width }: Notes, number: number, start: number, end: number): boolean => {
  const first = blocks[start] as number // within the text
  const last = blocks[end - 1] as number
  let at = number * width + (first >> 5)
  const stop = number * width + (last >> 5)
  let word = (bits[at] as number) & (-1 << (first & 31)) // within the row
  while (at < stop) {
    if (word !== 0) return true
    word = bits[++at] as number
  }
  return (word & (-1 >>> (31 - (last & 31)))) !== 0
}

/** Where, from an offset on, the next block begins in which a key of a number stands; the offset itself within one. */
export const nextNoted = ({ text, blocks, starts, bits, width }: Notes, number: number, at: number): number => {
  if (at >= text.length) return text.length
  const first = blocks[at] as number // within the text
  let index = first >> 5
  let word = (bits[number * width + index] as number) & (-1 << (first & 31)) // within the row
  while (word === 0) {
    if (++index === width) return text.length
    word = bits[number * width + index] as number
  }
  return Math.max(at, starts[index * 32 + (31 - Math.clz32(word & -word))] as number) // bits stand for blocks only
}
