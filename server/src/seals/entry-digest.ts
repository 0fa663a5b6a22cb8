import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '@luoshi/rules/canonical-json'
import type { Hash } from '@luoshi/rules/sha256'
import type { Selectable } from 'kysely'
import type { AuditEntriesTable } from '../db/tables.ts'

/** The machine's own SHA-256; the same as `@luoshi/rules/sha256`, many times faster. */
export const fastHash: Hash = bytes => new Uint8Array(createHash('sha256').update(bytes).digest())

/** What is sealed of an entry: every column, in one order and one notation. */
export const entryBytes = ({ at, content, ...row }: Selectable<AuditEntriesTable>): Uint8Array =>
  new TextEncoder().encode(canonicalJson({ ...row, at: at.toISOString(), content: content as Json })) // jsonb, so JSON

export const entryDigest = (row: Selectable<AuditEntriesTable>): string =>
  createHash('sha256').update(entryBytes(row)).digest('hex')
