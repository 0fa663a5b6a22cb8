import type { Unit } from '@luoshi/contract/units'
import type { UnitKind } from '@luoshi/rules/unit-kind'
import { sql } from 'kysely'
import { scopeFor } from '../allow.ts'
import type { Context } from '../context.ts'
import { contains } from '../db/contains.ts'
import { within } from '../db/ltree.ts'
import { unitRows } from './unit-rows.ts'

export type UnitFilter = {
  readonly q?: string | undefined
  readonly kind?: UnitKind | undefined
  readonly archived: boolean
}

/** Every unit within reach that meets the filter; never cut. */
export const listUnits = (context: Context, { q, kind, archived }: UnitFilter): Promise<Unit[]> => {
  const words = q === undefined || q === '' ? null : contains(q)
  return unitRows(
    context,
    sql`${within('u.path', scopeFor(context.actor, 'unit.read'))}
      and (${archived} or u.archived_at is null)
      and (${kind ?? null}::text is null or u.kind = ${kind ?? null})
      and (${words}::text is null or u.name ilike ${words} or u.short_name ilike ${words}
        or exists (select from unnest(u.aliases) alias where alias ilike ${words}))`,
  )
}
