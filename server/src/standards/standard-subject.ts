import type { Actor } from '@luoshi/rules/actor'
import type { Subject } from '@luoshi/rules/permissions'
import { isWithin } from '@luoshi/rules/unit-path'
import type { Selectable } from 'kysely'
import { type RawBuilder, sql } from 'kysely'
import { pathArray } from '../db/ltree.ts'
import type { StandardsTable } from '../db/tables.ts'

export type StandardRecord = Selectable<StandardsTable>

/** Who is held to a standard may read it: whoever sits below the unit that keeps it. */
export const standardSubject = (
  { memberships }: Pick<Actor, 'memberships'>,
  { tenant_id, unit_path }: Pick<StandardRecord, 'tenant_id' | 'unit_path'>,
): Subject => ({
  tenantId: tenant_id,
  unitPath: unit_path,
  involvedPaths: memberships.map(({ unitPath }) => unitPath).filter(path => isWithin(path, unit_path)),
})

/** The same for a list: standards of row `s` kept within the scope, or above it. */
export const isReadable = (scope: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(s.unit_path <@ any(${pathArray(scope)}) or s.unit_path @> any(${pathArray(scope)}))`
