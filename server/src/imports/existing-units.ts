import { isUnitKind } from '@luoshi/rules/unit-kind'
import type { Context } from '../context.ts'
import type { Node } from './tree.ts'

/** The tree as it stands, closed units left out; a spreadsheet names its units in it. */
export const existingUnits = async ({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<readonly Node[]> => {
  const rows = await db
    .selectFrom('units')
    .select(['id', 'parent_id', 'name', 'short_name', 'aliases', 'kind', 'path'])
    .where('tenant_id', '=', actor.tenantId)
    .where('archived_at', 'is', null)
    .orderBy('path')
    .execute()
  return rows.flatMap(({ id, parent_id, name, short_name, aliases, kind, path }) =>
    isUnitKind(kind) ? [{ id, parentId: parent_id, name, shortName: short_name, aliases, kind, path }] : [],
  )
}
