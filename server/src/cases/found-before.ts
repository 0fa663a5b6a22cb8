import type { CaseState } from '@luoshi/rules/case-machine'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { CaseTableRow } from './way-of.ts'

export type FoundBefore = {
  readonly id: string
  readonly pointId: string
  readonly criterionId: string
  readonly state: CaseState
  readonly closedAt: Date | null
  readonly row: CaseTableRow
}

/** Cases of the same criterion at the same point, the newest first, held. One merged into another speaks through that. */
export const foundBefore = async (
  { db, actor }: Context,
  { pointId, criterionId }: { readonly pointId?: string | null; readonly criterionId?: string | null },
): Promise<readonly FoundBefore[]> => {
  if (!pointId || !criterionId) return []
  const rows = await db
    .selectFrom('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where(
      // An array, so that the few ids are found first and the cases by their key, however many there are.
      sql<boolean>`id = any(array(select coalesce(c.merged_into, c.id) from cases c where c.tenant_id = ${actor.tenantId}
        and c.point_id = ${pointId} and c.criterion_id = ${criterionId} and c.state <> 'dismissed'))`,
    )
    .orderBy('found_at', 'desc')
    .selectAll()
    .forUpdate()
    .execute()
  return rows.map(row => ({
    id: row.id,
    pointId,
    criterionId,
    state: row.state as CaseState, // checked by the table
    closedAt: row.closed_at,
    row,
  }))
}
