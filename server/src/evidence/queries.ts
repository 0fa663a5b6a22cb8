import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { contains } from '../db/contains.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { reachOf } from '../units/reach.ts'
import { evidenceRows, evidenceShown } from './evidence-rows.ts'

export type EvidenceFilter = {
  readonly q?: string | undefined
  readonly unitId?: string | undefined
  readonly kind?: 'photo' | 'file' | 'text' | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** What is on file within reach and could serve again, the newest first. */
export const listEvidence = async (context: Context, { q, unitId, kind, cursor, limit }: EvidenceFilter) => {
  const after = readCursor(cursor, 1)
  const reach = await reachOf(context, 'evidence.read', { unitId })
  const filtered = evidenceRows(context)
    .$if(reach.kind === 'units', query =>
      query.where(sql<boolean>`e.unit_id = any(${reach.kind === 'units' ? reach.ids : []}::uuid[])`),
    )
    .$if(Boolean(q), query => query.where('e.name', 'like', contains(q ?? '')))
    .$if(kind !== undefined, query => query.where('e.kind', '=', kind ?? ''))
  const { total } = await filtered
    .clearSelect()
    .select(eb => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const read = await filtered
    .$if(after !== null, query => query.where('e.id', '<', String(after?.[0])))
    .orderBy('e.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { rows, next } = pageFrom(read, limit, ({ id }) => [id])
  return { items: rows.map(row => evidenceShown(row, context)), next, total }
}
