import { Unzlib } from 'fflate'

/** What a stream of a PDF holds: how long it is unpacked, and how it begins. */
export type Unpacked = { readonly length: number; readonly beginning: string }

const most = 1024 * 1024
/** Packed bytes are taken a few at a time, for a few may hold a thousand times as many. */
const atOnce = 4096
/** Nobody packs a thing more often. */
const deepest = 4

export const latin = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return text
}

class TooMuch extends Error {}

const isPacked = (bytes: Uint8Array): boolean => {
  const [first = 0, second = 0] = bytes
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}

type Tally = { length: number; beginning: string; readonly limit: number }

/** Takes what is unpacked, and unpacks it once more where it is packed itself. */
const taking = (tally: Tally, depth: number): ((bytes: Uint8Array) => void) => {
  let inner: Unzlib | null | undefined
  return bytes => {
    if (bytes.length === 0) return
    tally.length += bytes.length
    if (tally.length > tally.limit) throw new TooMuch()
    if (inner === undefined) {
      inner = depth < deepest && isPacked(bytes) ? new Unzlib(taking(tally, depth + 1)) : null
      // What is packed within decides what there is to read.
      if (inner) tally.beginning = ''
    }
    if (inner) pushTo(inner, bytes)
    else if (tally.beginning.length < most) tally.beginning += latin(bytes.subarray(0, most))
  }
}

const pushTo = (unzlib: Unzlib, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; at += atOnce) unzlib.push(bytes.subarray(at, at + atOnce))
}

const fromHex = (text: string): Uint8Array => {
  const digits = text.replace(/>[\s\S]*$/, '').replace(/[^\da-fA-F]/g, '')
  return Uint8Array.from({ length: digits.length >> 1 }, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16))
}

const from85 = (text: string): Uint8Array => {
  const out: number[] = []
  let [group, n] = [0, 0]
  const flush = (count: number): void => {
    for (let i = 0; i < count; i++) out.push(Math.floor(group / 256 ** (3 - i)) & 255)
    ;[group, n] = [0, 0]
  }
  for (const c of text.replace(/^\s*<~/, '').replace(/~>[\s\S]*$/, '')) {
    if (c === 'z' && n === 0) out.push(0, 0, 0, 0)
    if (c < '!' || c > 'u') continue
    group = group * 85 + c.charCodeAt(0) - 33
    if (++n === 5) flush(4)
  }
  if (n > 1) {
    const given = n
    for (; n < 5; n++) group = group * 85 + 84
    flush(given - 1)
  }
  return Uint8Array.from(out)
}

/** How often the ways of packing that are not looked into may repeat what they hold. */
const repeats = (dictionary: string): number =>
  (/LZW/.test(dictionary) ? 1000 : 1) * 64 ** (dictionary.match(/RunLength|\/RL\b/g)?.length ?? 0)

/** Unpacks a stream as far as is needed to know it; a length beyond `limit` is no more than that. */
export const unpackedStream = (bytes: Uint8Array, dictionary: string, limit: number): Unpacked => {
  const tally: Tally = { length: 0, beginning: '', limit }
  const plain = /ASCIIHex|\/AHx/.test(dictionary)
    ? fromHex(latin(bytes))
    : /ASCII85|\/A85/.test(dictionary)
      ? from85(latin(bytes))
      : bytes
  try {
    taking(tally, 0)(plain)
  } catch {
    // Too much, or broken: what was read before is known all the same.
  }
  return { length: tally.length * repeats(dictionary), beginning: tally.beginning }
}
