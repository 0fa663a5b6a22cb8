import type { Action } from '@luoshi/rules/action'
import { isWithin, parentPath } from '@luoshi/rules/unit-path'
import { sql } from 'kysely'
import { scopeFor } from '../allow.ts'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'

/** Which units' rows the actor may read: all of the county, or these. */
export type Reach = { readonly kind: 'all' } | { readonly kind: 'units'; readonly ids: readonly string[] }

export type ReachNarrowed = {
  /** Only this unit and what lies under it. */
  readonly unitId?: string | undefined
  /** Only the units the actor works for. */
  readonly mine?: boolean | undefined
}

/**
 * Resolves a scope to units. The units of a county are few beside its rows, and row-level security keeps the planner from using
 * an index on paths; by their ids it uses one.
 */
export const reachOf = async (context: Context, action: Action, narrowed: ReachNarrowed = {}): Promise<Reach> => {
  const { db, actor } = context
  const scope = scopeFor(actor, action)
  const isNarrowed = narrowed.unitId !== undefined || narrowed.mine === true
  if (!isNarrowed && scope.some(path => parentPath(path) === null)) return { kind: 'all' }
  const own = actor.memberships.filter(({ role }) => role === 'unit' || role === 'worker').map(({ unitId }) => unitId)
  const rows = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where(sql<boolean>`path <@ any(${pathArray(scope)})`)
    .$if(narrowed.unitId !== undefined, query =>
      query.where(
        sql<boolean>`path <@ (select path from units where tenant_id = ${actor.tenantId} and id = ${narrowed.unitId})`,
      ),
    )
    .$if(narrowed.mine === true, query => query.where(sql<boolean>`id = any(${own}::uuid[])`))
    .select('id')
    .execute()
  return { kind: 'units', ids: rows.map(({ id }) => id) }
}

/** Whether a unit's rows are within a scope. */
export const isReached = (path: string, scope: readonly string[]): boolean => scope.some(top => isWithin(path, top))
