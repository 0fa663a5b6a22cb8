import { sha256 } from '@luoshi/plan-compiler/1-read/sha256'

/** The SHA-256 of a file, in hex. Browsers compute it only on pages that came with TLS; without it, we do. */
export const sha256Of = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const subtle: SubtleCrypto | undefined = crypto.subtle
  if (subtle === undefined) return sha256(bytes)
  return hex(new Uint8Array(await subtle.digest('SHA-256', bytes)))
}

const hex = (bytes: Uint8Array): string => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
