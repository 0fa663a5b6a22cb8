import { toHex } from '@luoshi/rules/bytes'
import { sha256 } from '@luoshi/rules/sha256'

/** The SHA-256 of a file, in hex. Browsers compute it only on pages that came with TLS; without it, we do. */
export const sha256Of = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const subtle: SubtleCrypto | undefined = crypto.subtle
  return toHex(subtle === undefined ? sha256(bytes) : new Uint8Array(await subtle.digest('SHA-256', bytes)))
}
