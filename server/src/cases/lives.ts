import type { Context } from '../context.ts'
import type { CaseTableRow } from './way-of.ts'

type Here = Pick<Context, 'db' | 'actor'>

/** Keeps how a closed case went, before it comes back. */
export const keepLife = async ({ db, actor }: Here, row: CaseTableRow): Promise<void> => {
  if (row.unit_id === null || row.closed_at === null) return
  await db
    .insertInto('case_lives')
    .values({
      tenant_id: actor.tenantId,
      case_id: row.id,
      life: row.relapses,
      unit_id: row.unit_id,
      due_at: row.due_at,
      submitted_at: row.submitted_at,
      rechecked_at: row.rechecked_at,
      returned: row.returned,
      closed_at: row.closed_at,
    })
    .execute()
}

/** It never came back: its life goes on where it was. */
export const resumeLife = async ({ db, actor }: Here, { id, relapses }: CaseTableRow): Promise<void> => {
  await db
    .deleteFrom('case_lives')
    .where('tenant_id', '=', actor.tenantId)
    .where('case_id', '=', id)
    .where('life', '=', relapses - 1)
    .execute()
}
