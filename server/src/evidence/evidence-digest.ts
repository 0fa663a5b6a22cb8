import { createHash } from 'node:crypto'
import { canonicalJson } from '@luoshi/rules/canonical-json'
import type { Selectable } from 'kysely'
import type { EvidenceTable } from '../db/tables.ts'

export type FiledEvidence = Pick<
  Selectable<EvidenceTable>,
  'id' | 'kind' | 'name' | 'sha256' | 'text' | 'taken_at' | 'valid_until' | 'added_by' | 'added_at'
>

/**
 * SHA-256, in hex, of what was filed, as the entry about the filing carries it. The unit that holds evidence is left out:
 * evidence is handed over with the thing it serves; so is that it was withdrawn, of which an entry of its own tells.
 */
export const evidenceDigest = (row: FiledEvidence): string =>
  createHash('sha256')
    .update(
      canonicalJson({
        id: row.id,
        kind: row.kind,
        name: row.name,
        sha256: row.sha256,
        text: row.text,
        taken_at: row.taken_at?.toISOString() ?? null,
        valid_until: row.valid_until,
        added_by: row.added_by,
        added_at: row.added_at.toISOString(),
      }),
    )
    .digest('hex')
