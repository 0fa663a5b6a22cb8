import { latin, unpackedStream } from './packed-streams.ts'

/** No font has more signs. */
const mostSigns = 0xffff
const megabyte = 1024 * 1024
/** Words, fonts and tables of a PDF unpack to less than this, one stream and all of them; pictures may be larger. */
const limits = {
  words: { one: 48 * megabyte, all: 256 * megabyte },
  pictures: { one: 256 * megabyte, all: 1536 * megabyte },
}
const furthestBack = 600

const ranges = /begin(?:bf|cid)range([\s\S]{0,200000}?)(?:end(?:bf|cid)range|$)/g
const range =
  /<\s*([\dA-Fa-f]{1,16})\s*>\s*<\s*([\dA-Fa-f]{1,16})\s*>\s*(?:<[^<>]{0,2000}>|\[[^\]]{0,20000}\]|\d{1,9})/g

const hasEndlessRange = (map: string): boolean =>
  Array.from(map.matchAll(ranges)).some(([, block = '']) =>
    Array.from(block.matchAll(range)).some(
      ([, low = '0', high = '0']) => Number.parseInt(high, 16) - Number.parseInt(low, 16) > mostSigns,
    ),
  )

const widths = /(?:\/W2?|\bobj)\s{0,9}\[([\s\d.\-[\]]{0,400000})/g

const hasEndlessWidths = (text: string): boolean =>
  Array.from(text.matchAll(widths)).some(([, numbers = '']) =>
    Array.from(numbers.matchAll(/(?<![\d.])\d{5,}/g)).some(([number]) => Number(number) > mostSigns),
  )

const isEndless = (text: string): boolean => hasEndlessRange(text) || hasEndlessWidths(text)

export type Harm = 'archive-bomb' | 'archive-damaged'

/**
 * What makes a PDF one that is not opened. The reader believes a font that maps more signs than there are, and works for minutes
 * on it; and it unpacks whatever it is given into memory. Both are looked for beforehand, in streams however they are packed.
 */
export const harmIn = (bytes: Uint8Array): Harm | null => {
  const file = latin(bytes)
  if (isEndless(file)) return 'archive-damaged'
  const sum = { words: 0, pictures: 0 }
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.startsWith('end', at - 3)) continue
    const before = file.slice(Math.max(0, at - furthestBack), at)
    const dictionary = before.slice(before.lastIndexOf('obj') + 1)
    const kind = /\/Subtype\s{0,3}\/Image/.test(dictionary) ? 'pictures' : 'words'
    const start = at + (file[at + 6] === '\r' ? 8 : 7)
    const found = file.indexOf('endstream', start)
    const end = found < 0 ? file.length : found
    const { length, beginning } = unpackedStream(bytes.subarray(start, end), dictionary, limits[kind].one)
    if (isEndless(beginning)) return 'archive-damaged'
    sum[kind] += length
    if (length > limits[kind].one || sum[kind] > limits[kind].all) return 'archive-bomb'
    at = end
  }
  return null
}
