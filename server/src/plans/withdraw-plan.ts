import type { PlanSummary } from '@luoshi/contract/plans'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { lockPlan } from './plan-rows.ts'
import { getPlan } from './queries.ts'

/** Puts a plan away that will not be published. One at work is not put away: its programme is ended. */
export const withdrawPlan = async (context: Context, id: string): Promise<PlanSummary> => {
  const plan = await lockPlan(context, id, 'plan.review')
  if (plan.status === 'published') throw new Problem('plan-already-published', { title: plan.title })
  if (plan.status === 'withdrawn') throw new Problem('state-forbids', { state: plan.status })
  await context.db
    .updateTable('plans')
    .where('tenant_id', '=', plan.tenant_id)
    .where('id', '=', id)
    .set(eb => ({ status: 'withdrawn', version: eb('version', '+', 1) }))
    .execute()
  await record(
    context,
    'plan.review',
    { kind: 'plan', id, name: plan.title, unitPath: plan.unit_path },
    { withdrawn: true },
  )
  return getPlan(context, id)
}
