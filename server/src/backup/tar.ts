import { BackupProblem } from './backup-problem.ts'

/** A file inside an archive. */
export type Entry = { readonly name: string; readonly content: Buffer }

const BLOCK = 512
const SIZE_AT = 124
const SUM_AT = 148
const FOLDER_AT = 345

/** The bytes of one file as a tar archive holds them (ustar), padded to whole blocks. */
export const packed = ({ name, content }: Entry): Buffer => {
  // The format has two fields for a long name: its folder and the rest.
  const cut = Buffer.byteLength(name) > 100 ? name.lastIndexOf('/') : -1
  const header = Buffer.alloc(BLOCK)
  header.write(name.slice(cut + 1), 0, 100)
  header.write(name.slice(0, Math.max(cut, 0)), FOLDER_AT, 155)
  header.write(`0000600\0${'0000000\0'.repeat(2)}`, 100)
  header.write(`${octal(content.length)}\0${octal(0)}\0`, SIZE_AT)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, SUM_AT)
  return Buffer.concat([header, content, Buffer.alloc(-content.length & (BLOCK - 1))])
}

/** What ends an archive. */
export const archiveEnd = Buffer.alloc(2 * BLOCK)

/** The files of an archive, one after the other. An archive that breaks off is refused, not taken as shorter. */
export const unpacked = async function* (bytes: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const take = taker(bytes)
  for (;;) {
    const header = await take(BLOCK)
    if (header.every(byte => byte === 0)) return
    const size = Number.parseInt(header.toString('latin1', SIZE_AT, SIZE_AT + 11), 8)
    const sum = Number.parseInt(header.toString('latin1', SUM_AT, SUM_AT + 6), 8)
    if (sum !== sumOf(header) || !Number.isSafeInteger(size)) throw new BackupProblem(BROKEN)
    const folder = textAt(header, FOLDER_AT, 155)
    const name = `${folder}${folder && '/'}${textAt(header, 0, 100)}`
    const content = await take(size)
    await take(-size & (BLOCK - 1))
    yield { name, content }
  }
}

const BROKEN = 'The backup is damaged or breaks off. Take another copy of it.'

/** Reads exactly so many bytes at a time from pieces of any size. */
const taker = (bytes: AsyncIterable<Buffer>) => {
  const pieces = bytes[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  return async (size: number): Promise<Buffer> => {
    const parts = [held]
    let length = held.length
    while (length < size) {
      const { done, value } = await pieces.next()
      if (done) throw new BackupProblem(BROKEN)
      parts.push(value)
      length += value.length
    }
    const all = parts.length === 1 ? held : Buffer.concat(parts)
    held = all.subarray(size)
    return all.subarray(0, size)
  }
}

const textAt = (header: Buffer, start: number, length: number): string =>
  header.toString('utf8', start, start + length).replace(/\0.*$/s, '')

const octal = (value: number): string => value.toString(8).padStart(11, '0')

/** The sum of a header's bytes, its own field counted as blanks. */
const sumOf = (header: Buffer): number =>
  header.reduce((sum, byte, at) => sum + (at >= SUM_AT && at < SUM_AT + 8 ? 32 : byte), 0)
