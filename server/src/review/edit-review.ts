import type { Context } from '../context.ts'
import {
  currentVersion,
  findPlan,
  lockPlan,
  mustBeInReview,
  type PlanRow,
  type VersionRow,
} from '../plans/plan-rows.ts'

export type OpenReview = { readonly plan: PlanRow; readonly version: VersionRow }

/** A review the actor may write in. Writers of single items do not wait for each other: each item has its own version. */
export const openReview = async (context: Context, planId: string): Promise<OpenReview> => {
  const plan = await findPlan(context, planId, 'plan.review')
  // Shared with other reviewers, but not with a publication under way.
  await context.db
    .selectFrom('plans')
    .where('tenant_id', '=', plan.tenant_id)
    .where('id', '=', planId)
    .select('id')
    .forShare()
    .execute()
  return inReview(context, await findPlan(context, planId, 'plan.review'))
}

/** The same for what concerns the whole plan: others wait. */
export const lockReview = async (context: Context, planId: string): Promise<OpenReview> =>
  inReview(context, await lockPlan(context, planId, 'plan.review'))

const inReview = async (context: Context, plan: PlanRow): Promise<OpenReview> => {
  mustBeInReview(plan)
  return { plan, version: await currentVersion(context, plan) }
}
