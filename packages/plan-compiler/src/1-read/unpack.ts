import { unzipSync } from 'fflate'

export type Unpacked =
  | { readonly kind: 'parts'; readonly parts: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'bomb' }
  | { readonly kind: 'damaged' }

const largestPart = 48 * 1024 * 1024
const largestWhole = 96 * 1024 * 1024
const steepest = 400
/** A document of a thousand pages with a picture on each has fewer. */
const mostParts = 10_000

/** Takes the wanted parts out of an archive. One that would swell beyond reason is left packed. */
export const unpack = (bytes: Uint8Array, wanted: (name: string) => boolean): Unpacked => {
  let total = 0
  let parts = 0
  let bomb = false
  try {
    const files = unzipSync(bytes, {
      filter: file => {
        parts += 1
        bomb ||= parts > mostParts
        if (!wanted(file.name) || bomb) return false
        total += file.originalSize
        bomb =
          file.originalSize > largestPart ||
          total > largestWhole ||
          (file.originalSize > 1 << 20 && file.originalSize > file.size * steepest)
        return !bomb
      },
    })
    return bomb ? { kind: 'bomb' } : { kind: 'parts', parts: new Map(Object.entries(files)) }
  } catch {
    return { kind: 'damaged' }
  }
}
