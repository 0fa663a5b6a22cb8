import { toHex, utf8 } from './bytes.ts'

/** Bytes to their digest. Where speed counts the caller passes the machine's own. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** SHA-256 (FIPS 180-4), the same on the phone, in the browser and on the server. */
export const sha256: Hash = bytes => {
  const state = Int32Array.from(start)
  const words = new Int32Array(64)
  const whole = bytes.length - (bytes.length % 64)
  for (let offset = 0; offset < whole; offset += 64) compress(state, words, bytes, offset)
  const rest = padded(bytes.subarray(whole), bytes.length)
  for (let offset = 0; offset < rest.length; offset += 64) compress(state, words, rest, offset)
  const digest = new DataView(new ArrayBuffer(32))
  for (const [index, word] of state.entries()) digest.setInt32(index * 4, word)
  return new Uint8Array(digest.buffer)
}

/** In lower-case hexadecimal, of a text as UTF-8 or of bytes. */
export const sha256Hex = (content: string | Uint8Array): string =>
  toHex(sha256(typeof content === 'string' ? utf8(content) : content))

const primes = (count: number): readonly number[] => {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate += 1)
    if (found.every(prime => candidate % prime !== 0)) found.push(candidate)
  return found
}

/** The first 32 bits of the fraction, as the standard defines its constants. */
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32)

const start: readonly number[] = primes(8).map(prime => fraction(Math.sqrt(prime)))
const rounds: Int32Array = Int32Array.from(primes(64), prime => fraction(Math.cbrt(prime)))

/** What does not fill a block, with the end mark and the length of the whole in bits. */
const padded = (rest: Uint8Array, length: number): Uint8Array => {
  const room = new Uint8Array((Math.floor((rest.length + 8) / 64) + 1) * 64)
  room.set(rest)
  room[rest.length] = 0x80
  new DataView(room.buffer).setBigUint64(room.length - 8, BigInt(length) * 8n)
  return room
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

// Every index below lies within its array; asking again in the innermost loop would double its time.
const at = (words: Int32Array | Uint8Array, index: number): number => words[index] as number

const expand = (words: Int32Array, bytes: Uint8Array, offset: number): void => {
  for (let index = 0; index < 16; index += 1) {
    const from = offset + index * 4
    words[index] =
      (at(bytes, from) << 24) | (at(bytes, from + 1) << 16) | (at(bytes, from + 2) << 8) | at(bytes, from + 3)
  }
  for (let index = 16; index < 64; index += 1) {
    const near = at(words, index - 15)
    const far = at(words, index - 2)
    const small = rotate(near, 7) ^ rotate(near, 18) ^ (near >>> 3)
    const large = rotate(far, 17) ^ rotate(far, 19) ^ (far >>> 10)
    words[index] = (at(words, index - 16) + small + at(words, index - 7) + large) | 0
  }
}

const compress = (state: Int32Array, words: Int32Array, bytes: Uint8Array, offset: number): void => {
  expand(words, bytes, offset)
  let a = at(state, 0)
  let b = at(state, 1)
  let c = at(state, 2)
  let d = at(state, 3)
  let e = at(state, 4)
  let f = at(state, 5)
  let g = at(state, 6)
  let h = at(state, 7)
  for (let index = 0; index < 64; index += 1) {
    const one = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const first = (h + one + ((e & f) ^ (~e & g)) + at(rounds, index) + at(words, index)) | 0
    const zero = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const second = (zero + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = at(state, 0) + a
  state[1] = at(state, 1) + b
  state[2] = at(state, 2) + c
  state[3] = at(state, 3) + d
  state[4] = at(state, 4) + e
  state[5] = at(state, 5) + f
  state[6] = at(state, 6) + g
  state[7] = at(state, 7) + h
}
