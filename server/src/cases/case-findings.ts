import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { CaseTableRow } from './way-of.ts'

/** What a visit found, and the case that it holds up. */
export type HeldFinding = {
  readonly caseId: string
  readonly life: number
  /** Taken back by the finder. */
  readonly isWithdrawn: boolean
  /** When the case, or what it was merged into, was closed. */
  readonly closedAt: Date | null
}

/** Where a finding stands; null where it is of no case yet. */
export const findingOf = async ({ db, actor }: Context, findingId: string): Promise<HeldFinding | null> => {
  const row = await db
    .selectFrom('case_findings as f')
    .innerJoin('cases as c', join => join.onRef('c.tenant_id', '=', 'f.tenant_id').onRef('c.id', '=', 'f.case_id'))
    .leftJoin('cases as into', join =>
      join.onRef('into.tenant_id', '=', 'c.tenant_id').onRef('into.id', '=', 'c.merged_into'),
    )
    .where('f.tenant_id', '=', actor.tenantId)
    .where('f.finding_id', '=', findingId)
    .select(['f.case_id', 'f.life', 'f.withdrawn_at', 'c.closed_at', 'into.closed_at as into_closed_at'])
    .executeTakeFirst()
  if (!row) return null
  const isWithdrawn = row.withdrawn_at !== null
  return { caseId: row.case_id, life: row.life, isWithdrawn, closedAt: row.into_closed_at ?? row.closed_at }
}

export type Registered = { readonly id: string; readonly caseId: string; readonly life: number; readonly seenAt: Date }

/** From now on the finding stands for this life of the case. */
export const holdUp = async ({ db, actor }: Context, { id, caseId, life, seenAt }: Registered): Promise<void> => {
  const stands = { case_id: caseId, life, seen_at: seenAt, withdrawn_at: null }
  await db
    .insertInto('case_findings')
    .values({ tenant_id: actor.tenantId, finding_id: id, ...stands })
    .onConflict(conflict => conflict.columns(['tenant_id', 'finding_id']).doUpdateSet(stands))
    .execute()
}

export const letGo = async ({ db, actor, clock }: Context, findingId: string): Promise<void> => {
  await db
    .updateTable('case_findings')
    .where('tenant_id', '=', actor.tenantId)
    .where('finding_id', '=', findingId)
    .set({ withdrawn_at: clock.now() })
    .execute()
}

/** Whether any finding still stands for the case as it lives now, or for what was merged into it. */
export const isHeldUp = async (
  { db, actor }: Context,
  { id, relapses }: Pick<CaseTableRow, 'id' | 'relapses'>,
): Promise<boolean> => {
  const { rows } = await sql`
    select from case_findings f join cases c on c.tenant_id = f.tenant_id and c.id = f.case_id
    where f.tenant_id = ${actor.tenantId} and f.withdrawn_at is null
      and f.case_id = any(array(select ${id}::uuid union all
        select m.id from cases m where m.tenant_id = ${actor.tenantId} and m.merged_into = ${id}))
      and (f.case_id <> ${id} or f.life = ${relapses}) limit 1`.execute(db)
  return rows.length > 0
}
