import { Readable, Transform } from 'node:stream'
import sharp from 'sharp'
import { boxedTraces, type Patch } from './boxed-traces.ts'
import type { Files } from './files.ts'
import { isPhoto, sniffMediaType } from './sniff.ts'

const HEAD = 4096

/** A file as it goes out: pictures and films without where and with what they were taken; anything else as it is. */
export const withoutTraces = async (files: Files, tenantId: string, sha256: string): Promise<Readable> => {
  const mediaType = sniffMediaType(await files.slice(tenantId, sha256, 0, HEAD))
  if (isPhoto(mediaType) || mediaType === 'image/tiff')
    return Readable.from([await drawnAnew(await files.bytes(tenantId, sha256))])
  if (!isBoxed(mediaType)) return files.read(tenantId, sha256)
  const read = (start: number, length: number) => files.slice(tenantId, sha256, start, length)
  const patches = await tracesOf(read, await files.size(tenantId, sha256))
  return (await files.read(tenantId, sha256)).pipe(patched(patches))
}

/** Upright, and without where and with what it was taken: written anew, a picture keeps only what it shows. */
const drawnAnew = (bytes: Uint8Array): Promise<Buffer> =>
  sharp(bytes, { limitInputPixels: 100_000_000, animated: true }).autoOrient().toBuffer()

const isBoxed = (mediaType: string): boolean => /^(?:image\/heic|video\/mp4|audio\/mp4)$/.test(mediaType)

/** What is damaged so that its boxes cannot be followed goes out as it is: no player can follow them either. */
const tracesOf = async (read: Parameters<typeof boxedTraces>[0], size: number): Promise<readonly Patch[]> => {
  try {
    return await boxedTraces(read, size)
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

const patched = (patches: readonly Patch[]): Transform => {
  let at = 0
  let next = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      const out = Buffer.from(chunk)
      const end = at + out.length
      for (let i = next; i < patches.length; i += 1) {
        const { at: start, bytes } = patches[i] as Patch // within the list
        if (start >= end) break
        const from = Math.max(start, at)
        const to = Math.min(start + bytes.length, end)
        if (from < to) out.set(bytes.subarray(from - start, to - start), from - at)
        if (start + bytes.length <= end) next = i + 1
      }
      at = end
      done(null, out)
    },
  })
}
