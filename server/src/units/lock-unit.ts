import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'

/** The unit as it stands, kept from others until this transaction ends. */
export const lockUnit = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, id: string) => {
  const unit = await db
    .selectFrom('units')
    .selectAll()
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (unit === undefined) throw new Problem('not-found', { noun: 'unit' })
  return unit
}

export type LockedUnit = Awaited<ReturnType<typeof lockUnit>>

/** The tree keeps still while it is changed: two moves at once could otherwise close a circle. */
export const lockTree = async ({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<void> => {
  await db.selectFrom('tenants').select('tenant_id').where('tenant_id', '=', actor.tenantId).forUpdate().execute()
}
