import type { VisitRow } from '@luoshi/contract/visits'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { visitIsKnownTo } from '../rounds/known-rounds.ts'
import { reachOf } from '../units/reach.ts'
import { readVisits, visitShown } from './visit-rows.ts'

export type VisitFilter = {
  readonly roundId?: string | undefined
  readonly pointId?: string | undefined
  readonly unitId?: string | undefined
  readonly mine?: boolean | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Visits within reach, and one's own wherever they were; those of a secret round only for whom it is no secret. Newest first. */
export const listVisits = async (
  context: Context,
  { roundId, pointId, unitId, mine, cursor, limit }: VisitFilter,
): Promise<{ items: VisitRow[]; next: string | null; total: number }> => {
  const { db, actor } = context
  const after = readCursor(cursor, 2)
  const conditions: RawBuilder<unknown>[] = [
    await withinReach(context, unitId),
    sql`${visitIsKnownTo(actor)}`,
    ...(roundId === undefined ? [] : [sql`v.round_id = ${roundId}`]),
    ...(pointId === undefined ? [] : [sql`v.point_id = ${pointId}`]),
    ...(mine ? [sql`v.person_id = ${actor.personId}`] : []),
  ]
  const filter = sql.join(conditions, sql` and `)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from visits v where v.tenant_id = ${actor.tenantId} and ${filter}`.execute(db)
  const page =
    after === null ? filter : sql`${filter} and (v.started_at, v.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const read = await readVisits(context, page, limit + 1)
  const { rows, next } = pageFrom(read, limit, row => [row.started_at.toISOString(), row.id])
  return { items: rows.map(row => visitShown(row, context)), next, total: counted[0]?.total ?? 0 }
}

const withinReach = async (context: Context, unitId: string | undefined): Promise<RawBuilder<unknown>> => {
  const reach = await reachOf(context, 'visit.read', { unitId })
  if (reach.kind === 'all') return sql`true`
  const within = sql`v.unit_id = any(${reach.ids}::uuid[])`
  return unitId === undefined ? sql`(${within} or v.person_id = ${context.actor.personId})` : within
}
