import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'

/** A unit to put something at; what it may be used for is asked by the caller. One that was closed takes nothing new. */
export const findUnit = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, id: string) => {
  const unit = await db
    .selectFrom('units')
    .select(['id', 'path', 'name', 'kind'])
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (unit === undefined) throw new Problem('not-found', { noun: 'unit' })
  return unit
}
