import { sql } from 'kysely'
import type { Context } from '../context.ts'

/**
 * What the office struck out of the version that runs, and the new one reads in the very same words, is struck out again: nobody
 * decides a second time. It can be put back like anything struck out.
 */
export const carryRejections = async (
  { db }: Pick<Context, 'db'>,
  tenantId: string,
  versionId: string,
): Promise<void> => {
  const decided = (state: 'rejected' | 'confirmed') => sql`select from plan_versions v
    join plans p on p.tenant_id = v.tenant_id and p.id = v.plan_id
    join programmes g on g.tenant_id = p.tenant_id and g.id = p.revises_programme_id
    join plan_items o on o.tenant_id = g.tenant_id and o.version_id = g.version_id
    where v.tenant_id = n.tenant_id and v.id = n.version_id
      and o.kind = n.kind and o.original = n.original and o.state = ${state}`
  await sql`update plan_items n set state = 'rejected'
    where n.tenant_id = ${tenantId} and n.version_id = ${versionId}
      and exists (${decided('rejected')}) and not exists (${decided('confirmed')})`.execute(db)
}
