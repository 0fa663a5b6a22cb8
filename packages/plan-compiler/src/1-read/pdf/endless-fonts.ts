import { Unzlib } from 'fflate'

const largestPacked = 64 * 1024
const largest = 1024 * 1024
const furthestBack = 400
/** No font has more signs. */
const mostSigns = 0xffff

const ranges = /begin(?:bf|cid)range([\s\S]{0,200000}?)(?:end(?:bf|cid)range|$)/g
const range =
  /<\s*([\dA-Fa-f]{1,16})\s*>\s*<\s*([\dA-Fa-f]{1,16})\s*>\s*(?:<[^<>]{0,2000}>|\[[^\]]{0,20000}\]|\d{1,9})/g

const hasEndlessRange = (map: string): boolean =>
  Array.from(map.matchAll(ranges)).some(([, block = '']) =>
    Array.from(block.matchAll(range)).some(
      ([, low = '0', high = '0']) => Number.parseInt(high, 16) - Number.parseInt(low, 16) > mostSigns,
    ),
  )

const latin = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return text
}

class TooMuch extends Error {}

/** What a packed stream holds; nothing where it is broken or swells. */
const unpacked = (bytes: Uint8Array): string => {
  let [text, length] = ['', 0]
  const opened = new Unzlib(chunk => {
    length += chunk.length
    if (length > largest) throw new TooMuch()
    text += latin(chunk)
  })
  try {
    opened.push(bytes, true)
  } catch {
    // What was read before it broke is looked at all the same.
  }
  return text
}

/**
 * Whether a font of a PDF maps more signs onto themselves than there are. The reader believes such a map and works for minutes
 * on it, so it is looked for beforehand, in streams as they stand and in those packed in the usual way.
 */
export const hasEndlessFont = (bytes: Uint8Array): boolean => {
  const file = latin(bytes)
  if (hasEndlessRange(file)) return true
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.startsWith('end', at - 3) || !file.slice(Math.max(0, at - furthestBack), at).includes('FlateDecode'))
      continue
    const start = at + (file[at + 6] === '\r' ? 8 : 7)
    const end = file.indexOf('endstream', start)
    if (end < 0) return false
    if (end - start <= largestPacked && hasEndlessRange(unpacked(bytes.subarray(start, end)))) return true
    at = end
  }
  return false
}
