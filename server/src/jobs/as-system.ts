import type { Context, House } from '../context.ts'
import { inTenant } from '../db/in-tenant.ts'

/** One transaction of a job: the house acts itself, for a tenant, and no one's rights are asked. */
export const asSystem = async <T>(
  house: House,
  tenantId: string,
  run: (context: Context) => Promise<T>,
): Promise<T> => {
  const later: (() => Promise<void>)[] = []
  const result = await inTenant(house.db, tenantId, db =>
    run({
      ...house,
      db,
      actor: {
        personId: '00000000-0000-0000-0000-000000000000',
        tenantId,
        memberships: [],
        name: '系统',
        via: 'system',
        sessionId: null,
      },
      requestId: house.ids.next(),
      afterwards: step => later.push(step),
    }),
  )
  for (const step of later) await step()
  return result
}
