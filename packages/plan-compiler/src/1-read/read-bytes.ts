import { sha256Hex } from '@luoshi/rules/sha256'
import type { Place } from '../plan.ts'
import { decode, type Encoding } from './decode.ts'
import { textOfDocx } from './docx/read-docx.ts'
import { textOfHtml } from './html/read-html.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { linePlaces, type PlacedText } from './places.ts'
import { textOfMarkdown } from './read-markdown.ts'
import { unpack } from './unpack.ts'

export type DocumentFormat = 'txt' | 'md' | 'html' | 'docx' | 'pdf'

export type RefusalReason =
  | 'empty'
  | 'too-large'
  | 'scanned'
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
  readonly encoding: Encoding | null
  readonly sha256: string
  readonly text: string
  /** Where the text stands in the file: pages, paragraphs, cells, lines. */
  readonly places: readonly Place[]
}

export type Refusal = { readonly kind: 'refused'; readonly name: string; readonly reason: RefusalReason }

export type ReadDocument = ReadText | Refusal

const largest = 64 * 1024 * 1024

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((b, i) => bytes[i] === b)

/** What the first bytes say the file is, whatever its name; null for text. */
const refusedKind = (bytes: Uint8Array): RefusalReason | null => {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > largest) return 'too-large'
  // Old Office files and encrypted new ones share a container.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return holds(bytes, 'EncryptedPackage') ? 'encrypted' : 'legacy-office'
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'legacy-office'
  const picture =
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x47, 0x49, 0x46, 0x38)
  const archive =
    startsWith(bytes, 0x1f, 0x8b) ||
    startsWith(bytes, 0x52, 0x61, 0x72, 0x21) ||
    startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf)
  const program = startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46) || startsWith(bytes, 0x4d, 0x5a, 0x90)
  return picture || archive || program ? 'not-a-document' : null
}

/** Whether a container names a stream, in UTF-16, near its beginning or end. */
const holds = (bytes: Uint8Array, stream: string): boolean => {
  const wide = [...stream].flatMap(c => [c.charCodeAt(0), 0])
  for (let i = 0; i + wide.length < Math.min(bytes.length, 1 << 20); i++)
    if (wide.every((b, j) => bytes[i + j] === b)) return true
  return false
}

const isDocument = (name: string): boolean => /^word\/document\d{0,2}\.xml$/.test(name)
const docxParts = new Set(['word/numbering.xml', 'word/styles.xml', 'word/footnotes.xml', 'word/endnotes.xml'])

/** Word calls its own elements `w:`; what other programs call them is declared. */
const declared =
  /xmlns:([A-Za-z_][\w-]{0,20})="http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml\//

const withUsualPrefix = (xml: string): string => {
  const prefix = declared.exec(xml.slice(0, 8000))?.[1] ?? 'w'
  return prefix === 'w' ? xml : xml.replace(new RegExp(`(?<=[</\\s])${prefix}:`, 'g'), 'w:')
}

const fromArchive = (bytes: Uint8Array): PlacedText | { readonly reason: RefusalReason } => {
  const unpacked = unpack(bytes, name => isDocument(name) || docxParts.has(name))
  if (unpacked.kind === 'bomb') return { reason: 'archive-bomb' }
  if (unpacked.kind === 'damaged') return { reason: 'archive-damaged' }
  const document = [...unpacked.parts.keys()].filter(isDocument).sort()[0]
  if (document === undefined) return { reason: 'not-a-document' }
  const part = (name: string): string => {
    const found = unpacked.parts.get(name)
    return found ? withUsualPrefix(decode(found).text) : ''
  }
  const body = part(document)
  const read = textOfDocx({
    document: body,
    numbering: part('word/numbering.xml'),
    styles: part('word/styles.xml'),
    footnotes: part('word/footnotes.xml'),
    endnotes: part('word/endnotes.xml'),
  })
  if (read === null) return { reason: 'too-large' }
  // Pages that were photographed and put into a document hold no words either.
  return read.text.trim() === '' && /<(?:w:drawing|w:pict|v:imagedata)\b/.test(body) ? { reason: 'scanned' } : read
}

const looksLikeHtml = /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!doctype html|<html|<head|<body|<div|<p[ >]|<table)/i

const formatOf = (name: string, text: string): 'txt' | 'md' | 'html' => {
  if (/\.(?:html?|xhtml)$/i.test(name) || looksLikeHtml.test(text.slice(0, 2000))) return 'html'
  return /\.(?:md|markdown)$/i.test(name) ? 'md' : 'txt'
}

const plainText: { readonly [F in 'txt' | 'md' | 'html']: (text: string) => PlacedText } = {
  txt: text => ({ text, places: linePlaces(text) }),
  md: textOfMarkdown,
  html: textOfHtml,
}

/** Mostly control characters: a program or a picture of a kind not known by its first bytes. */
const isNoise = (text: string): boolean => {
  const sample = text.slice(0, 4096)
  let strange = 0
  for (const c of sample) if ((c < ' ' && !'\t\n\r\f'.includes(c)) || c === '\ufffd') strange++
  return sample.length > 0 && strange > sample.length * 0.3
}

/** Turns a file into text, or says why it cannot. Never throws about a document. */
export const readBytes = async (bytes: Uint8Array, name: string): Promise<ReadDocument> => {
  const read = await readFormat(bytes, name)
  return read.kind === 'read' && read.text.trim() === '' ? { kind: 'refused', name, reason: 'empty' } : read
}

const readFormat = async (bytes: Uint8Array, name: string): Promise<ReadDocument> => {
  const refused = refusedKind(bytes)
  if (refused) return { kind: 'refused', name, reason: refused }
  const digest = sha256Hex(bytes)
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const opened = fromArchive(bytes)
    if ('reason' in opened) return { kind: 'refused', name, reason: opened.reason }
    return {
      kind: 'read',
      name,
      format: 'docx',
      encoding: null,
      sha256: digest,
      text: opened.text,
      places: opened.places,
    }
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
    const opened = await readPdf(bytes)
    if (opened.kind === 'refused') return { kind: 'refused', name, reason: opened.reason }
    return {
      kind: 'read',
      name,
      format: 'pdf',
      encoding: null,
      sha256: digest,
      text: opened.text,
      places: opened.places,
    }
  }
  const { text, encoding } = decode(bytes)
  if (/^\s{0,9}\{\\rtf/.test(text)) return { kind: 'refused', name, reason: 'legacy-office' }
  if (isNoise(text)) return { kind: 'refused', name, reason: 'not-a-document' }
  const format = formatOf(name, text)
  return { kind: 'read', name, format, encoding, sha256: digest, ...plainText[format](text) }
}
