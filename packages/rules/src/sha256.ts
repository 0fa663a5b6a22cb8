import { toHex, utf8 } from './bytes.ts'

/** Bytes to their digest. Where speed counts the caller passes the machine's own. */
export type Hash = (bytes: Uint8Array) => Uint8Array

/** SHA-256 (FIPS 180-4), the same on the phone, in the browser and on the server. */
export const sha256: Hash = bytes => {
  const message = padded(bytes)
  const state = Uint32Array.from(start)
  const words = new Uint32Array(64)
  for (let offset = 0; offset < message.byteLength; offset += 64) {
    for (let index = 0; index < 16; index += 1) words[index] = message.getUint32(offset + index * 4)
    expand(words)
    compress(state, words)
  }
  const digest = new DataView(new ArrayBuffer(32))
  for (const [index, word] of state.entries()) digest.setUint32(index * 4, word)
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
const rounds: Uint32Array = Uint32Array.from(primes(64), prime => fraction(Math.cbrt(prime)))

const padded = (bytes: Uint8Array): DataView => {
  const room = new Uint8Array((Math.floor((bytes.length + 8) / 64) + 1) * 64)
  room.set(bytes)
  room[bytes.length] = 0x80
  const message = new DataView(room.buffer)
  message.setBigUint64(message.byteLength - 8, BigInt(bytes.length) * 8n)
  return message
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

const expand = (words: Uint32Array): void => {
  for (let index = 16; index < 64; index += 1) {
    const [near, far] = [at(words, index - 15), at(words, index - 2)]
    const small = rotate(near, 7) ^ rotate(near, 18) ^ (near >>> 3)
    const large = rotate(far, 17) ^ rotate(far, 19) ^ (far >>> 10)
    words[index] = at(words, index - 16) + small + at(words, index - 7) + large
  }
}

const compress = (state: Uint32Array, words: Uint32Array): void => {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let index = 0; index < 64; index += 1) {
    const one = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const first = (h + one + ((e & f) ^ (~e & g)) + at(rounds, index) + at(words, index)) | 0
    const zero = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const second = (zero + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = at(state, index) + word
}

const at = (words: Uint32Array, index: number): number => words[index] ?? 0
