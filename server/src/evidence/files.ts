import type { Readable } from 'node:stream'
import type { Archives } from './archives.ts'

/** Where the bytes are. Kept by content: a file's name is its SHA-256 (hex), within its tenant. */
export type Files = {
  /** Puts a piece at its offset of an upload that is under way; a piece sent twice is written twice to the same place. */
  readonly putPiece: (
    tenantId: string,
    uploadId: string,
    offset: number,
    piece: Readable,
    limit: number,
  ) => Promise<number>
  readonly received: (tenantId: string, uploadId: string) => Promise<number>
  /** Moves a finished upload to its content's name, synced to disk. Answers its SHA-256; keeps the upload where it differs. */
  readonly settle: (tenantId: string, uploadId: string, sha256: string) => Promise<string>
  readonly put: (tenantId: string, sha256: string, bytes: Uint8Array) => Promise<void>
  readonly read: (tenantId: string, sha256: string) => Promise<Readable>
  /** Bytes of a file from an offset on; fewer where it ends before. */
  readonly slice: (tenantId: string, sha256: string, start: number, length: number) => Promise<Uint8Array>
  readonly size: (tenantId: string, sha256: string) => Promise<number>
  readonly bytes: (tenantId: string, sha256: string) => Promise<Uint8Array>
  readonly archives: Archives
  readonly thumbnail: (tenantId: string, sha256: string) => Promise<Uint8Array | null>
}
