import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { pathsOf } from '../db/ltree.ts'
import { Problem } from '../problem.ts'

export type Revised = {
  readonly id: string
  readonly unitId: string
  readonly unitPath: string
  readonly nextNumber: number
}

/** The running programme that a new version of its document is handed in for. */
export const programmeToRevise = async ({ db, actor }: Context, id: string): Promise<Revised> => {
  const programme = await db
    .selectFrom('programmes')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .select(['id', 'unit_id', 'unit_path', 'involved_paths'])
    .executeTakeFirst()
  if (!programme) throw new Problem('not-found', { noun: 'programme' })
  const { unit_id: unitId, unit_path: unitPath, involved_paths } = programme
  allow(actor, 'plan.revise', { tenantId: actor.tenantId, unitPath, involvedPaths: pathsOf(involved_paths) })
  const { last } = await db
    .selectFrom('plan_versions')
    .innerJoin('plans', join =>
      join.onRef('plans.tenant_id', '=', 'plan_versions.tenant_id').onRef('plans.id', '=', 'plan_versions.plan_id'),
    )
    .where('plans.tenant_id', '=', actor.tenantId)
    .where('plans.programme_id', '=', id)
    .select(eb => eb.fn.max('plan_versions.number').as('last'))
    .executeTakeFirstOrThrow()
  return { id, unitId, unitPath, nextNumber: (last ?? 1) + 1 }
}
