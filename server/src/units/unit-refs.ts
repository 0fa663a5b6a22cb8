import type { Context } from '../context.ts'
import { type UnitRef, unitRef } from './unit-ref.ts'

/** Names of units by their ids, in one query. */
export const unitRefs = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UnitRef>> => {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', 'in', wanted)
    .select(['id', 'name', 'kind'])
    .execute()
  return new Map(rows.map(({ id, name, kind }) => [id, unitRef(id, name, kind)]))
}
