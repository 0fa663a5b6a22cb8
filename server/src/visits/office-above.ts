import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'

/** The nearest unit at or above this one that has an office, or the root: whoever runs what is found there. */
export const officeAbove = async ({ db, actor }: Pick<Context, 'db' | 'actor'>, unitPath: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select u.id from units u
    where u.tenant_id = ${actor.tenantId} and u.path @> ${unitPath}::ltree
      and (nlevel(u.path) = 1 or exists (select from memberships m where m.tenant_id = u.tenant_id and m.unit_id = u.id and m.role = 'office'))
    order by nlevel(u.path) desc limit 1`.execute(db)
  const [office] = rows
  if (!office) throw new Problem('not-found', { noun: 'unit' })
  return office.id
}
