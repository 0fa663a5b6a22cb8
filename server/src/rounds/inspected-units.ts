import { isWithin, type UnitPath } from '@luoshi/rules/unit-path'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'

export const unitRunning = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, unitId: string) => {
  const unit = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', unitId)
    .where('archived_at', 'is', null)
    .select(['id', 'path', 'name'])
    .executeTakeFirst()
  if (!unit) throw new Problem('not-found', { noun: 'unit' })
  return unit
}

/** Where these units stand; each must lie under the unit that runs the round. */
export const inspectedPaths = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  running: UnitPath,
  unitIds: readonly string[],
): Promise<readonly UnitPath[]> => {
  const wanted = [...new Set(unitIds)]
  const rows = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', 'in', wanted)
    .where('archived_at', 'is', null)
    .select('path')
    .execute()
  const paths = rows.map(({ path }) => path).filter(path => isWithin(path, running))
  if (paths.length < wanted.length) throw new Problem('not-found', { noun: 'unit' })
  return paths.sort()
}
