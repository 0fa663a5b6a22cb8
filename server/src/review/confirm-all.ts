import type { ItemKind } from '@luoshi/contract/review'
import { sql } from 'kysely'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { openReview } from './edit-review.ts'

/** Confirms what nothing is doubtful about: no doubt of the reader's own and no open error or warning on its words. */
export const confirmAll = async (context: Context, planId: string, kind?: ItemKind): Promise<{ confirmed: number }> => {
  const { db, actor, clock } = context
  const { plan, version } = await openReview(context, planId)
  const { numUpdatedRows } = await db
    .updateTable('plan_items as i')
    .where('i.tenant_id', '=', actor.tenantId)
    .where('i.version_id', '=', version.id)
    .where('i.state', '=', 'proposed')
    .where('i.doubt', 'is', null)
    .$if(kind !== undefined, query => query.where('i.kind', '=', kind ?? ''))
    .where(sql<boolean>`not exists (
      select from plan_diagnostics d where d.tenant_id = i.tenant_id and d.version_id = i.version_id and d.state = 'open'
        and d.severity <> 'info' and d.span_start < i.span_end and d.span_end > i.span_start)`)
    .set(eb => ({
      state: 'confirmed',
      version: eb('i.version', '+', 1),
      updated_by: actor.personId,
      updated_at: clock.now(),
    }))
    .executeTakeFirst()
  const confirmed = Number(numUpdatedRows)
  const subject = { kind: 'plan', id: plan.id, name: plan.title, unitPath: plan.unit_path }
  await record(context, 'plan.review', subject, { confirmed, ...(kind && { kind }) })
  return { confirmed }
}
