import { sha256 } from './sha256.ts'

export type DocumentFormat = 'txt' | 'md' | 'html' | 'docx'

export type RefusalReason =
  | 'empty'
  | 'too-large'
  | 'pdf-not-supported'
  | 'legacy-office'
  | 'encrypted'
  | 'archive-bomb'
  | 'archive-damaged'
  | 'not-a-document'

export type ReadText = {
  readonly kind: 'read'
  readonly name: string
  readonly format: DocumentFormat
  /** The encoding the bytes were in; null where the format says it itself. */
  readonly encoding: string | null
  readonly sha256: string
  readonly text: string
}

export type Refusal = { readonly kind: 'refused'; readonly name: string; readonly reason: RefusalReason }

export type ReadDocument = ReadText | Refusal

/** Turns a file into text, or says why it cannot. Never throws about a document. */
export const readBytes = async (bytes: Uint8Array, name: string): Promise<ReadDocument> => {
  if (bytes.length === 0) return { kind: 'refused', name, reason: 'empty' }
  const text = new TextDecoder('utf-8').decode(bytes)
  return { kind: 'read', name, format: 'txt', encoding: 'utf-8', sha256: sha256(bytes), text }
}
