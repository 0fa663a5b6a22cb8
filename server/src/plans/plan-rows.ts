import type { Action } from '@luoshi/rules/action'
import type { Subject } from '@luoshi/rules/permissions'
import type { Selectable } from 'kysely'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { pathsOf } from '../db/ltree.ts'
import type { PlansTable, PlanVersionsTable } from '../db/tables.ts'
import { Problem } from '../problem.ts'

export type PlanRow = Selectable<PlansTable>
export type VersionRow = Selectable<PlanVersionsTable>

/** Finds a plan the actor may do this to. */
export const findPlan = async ({ db, actor }: Context, id: string, action: Action): Promise<PlanRow> => {
  const row = await db
    .selectFrom('plans')
    .leftJoin('programmes', join =>
      join.onRef('programmes.tenant_id', '=', 'plans.tenant_id').onRef('programmes.id', '=', 'plans.programme_id'),
    )
    .where('plans.tenant_id', '=', actor.tenantId)
    .where('plans.id', '=', id)
    .selectAll('plans')
    .select('programmes.involved_paths')
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'plan' })
  const { involved_paths, ...plan } = row
  allow(actor, action, planSubject(plan, involved_paths))
  return plan
}

/** The same, held against others until the transaction ends. */
export const lockPlan = async (context: Context, id: string, action: Action): Promise<PlanRow> => {
  await context.db
    .selectFrom('plans')
    .where('tenant_id', '=', context.actor.tenantId)
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .execute()
  return findPlan(context, id, action)
}

export const planSubject = (
  plan: Pick<PlanRow, 'tenant_id' | 'unit_path'>,
  involved: string | null = null,
): Subject => ({
  tenantId: plan.tenant_id,
  unitPath: plan.unit_path,
  involvedPaths: pathsOf(involved),
})

/** The version under review or at work. A plan is never without one. */
export const currentVersion = async ({ db, actor }: Context, plan: PlanRow): Promise<VersionRow> =>
  db
    .selectFrom('plan_versions')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', plan.current_version_id)
    .selectAll()
    .executeTakeFirstOrThrow()

/** Refuses what only makes sense while the plan is under review. */
export const mustBeInReview = ({ status, title }: PlanRow): void => {
  if (status === 'reading') throw new Problem('plan-still-reading', { title })
  if (status === 'published') throw new Problem('plan-already-published', { title })
  if (status !== 'review') throw new Problem('state-forbids', { state: status })
}
