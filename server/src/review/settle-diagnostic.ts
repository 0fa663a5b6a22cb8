import type { DiagnosticShown } from '@luoshi/contract/review'
import { sql } from 'kysely'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { openReview } from './edit-review.ts'
import { diagnosticShown } from './queries.ts'

export type SettleInput = {
  readonly id: string
  readonly diagnosticId: string
  readonly state: 'open' | 'settled'
  readonly note: string | null
  readonly remedied: boolean
}

/** Settles what the compiler complained of, or opens it again. An error is not settled without saying why. */
export const settleDiagnostic = async (context: Context, input: SettleInput): Promise<DiagnosticShown> => {
  const { db, actor } = context
  const { plan, version } = await openReview(context, input.id)
  const row = await db
    .updateTable('plan_diagnostics')
    .where('tenant_id', '=', actor.tenantId)
    .where('version_id', '=', version.id)
    .where('id', '=', input.diagnosticId)
    .set({
      state: input.state,
      note: input.note,
      remedied: sql<boolean>`${input.remedied && input.state === 'settled'} and remedy is not null`,
      updated_by: actor.personId,
    })
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'diagnostic' })
  if (row.severity === 'error' && input.state === 'settled' && !input.note?.trim()) throw new Problem('reason-required')
  const subject = { kind: 'plan', id: plan.id, name: plan.title, unitPath: plan.unit_path }
  await record(context, 'plan.review', subject, { diagnostic: row.code, state: input.state, note: input.note })
  return diagnosticShown(row)
}
