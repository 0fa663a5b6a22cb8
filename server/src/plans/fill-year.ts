import type { PlanSummary } from '@luoshi/contract/plans'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { currentVersion, lockPlan, mustBeInReview } from './plan-rows.ts'
import { getPlan } from './queries.ts'

/** Gives the plan its year, once for every date that lacks one. What complained of the missing year is settled with it. */
export const fillYear = async (context: Context, planId: string, year: number): Promise<PlanSummary> => {
  const { db, actor, clock } = context
  const plan = await lockPlan(context, planId, 'plan.review')
  mustBeInReview(plan)
  const version = await currentVersion(context, plan)
  await db
    .updateTable('plan_versions')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', version.id)
    .set({ year })
    .execute()
  await db
    .updateTable('plan_diagnostics')
    .where('tenant_id', '=', actor.tenantId)
    .where('version_id', '=', version.id)
    .where('code', '=', 'year-missing')
    .where('state', '=', 'open')
    .set({ state: 'settled', note: `${year} 年`, updated_by: actor.personId })
    .execute()
  // Dated items read otherwise now: the other reviewers are shown them again.
  await db
    .updateTable('plan_items')
    .where('tenant_id', '=', actor.tenantId)
    .where('version_id', '=', version.id)
    .where('kind', 'in', ['phase', 'task', 'milestone'])
    .set({ updated_at: clock.now() })
    .execute()
  await record(
    context,
    'plan.review',
    { kind: 'plan', id: planId, name: plan.title, unitPath: plan.unit_path },
    { year },
  )
  return getPlan(context, planId)
}
