import { isWithin } from '@luoshi/rules/unit-path'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Reach } from '../units/reach.ts'
import { type UnitRef, unitRef } from '../units/unit-ref.ts'
import type { AskingCriterion } from './asked-for.ts'

export type Bringer = UnitRef & { readonly path: string }

export type BringersOf = (standard: Pick<AskingCriterion, 'pointType' | 'unitPath'>) => readonly Bringer[]

/**
 * Who must bring what a standard asks for: the units that answer for points of its type, below the unit that keeps it; where no
 * point of the type is known yet, the units that the programme gave tasks to.
 */
export const bringers = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  programmeId: string,
  pointTypes: readonly string[],
  reach: Reach,
): Promise<BringersOf> => {
  const within = reach.kind === 'all' ? sql`true` : sql`u.id = any(${[...reach.ids]}::uuid[])`
  const { rows } = await sql<{ type: string | null; id: string; name: string; kind: string; path: string }>`
    select distinct p.point_type as type, u.id, u.name, u.kind, u.path from points p
    join units u on u.tenant_id = p.tenant_id and u.id = p.unit_id
    where p.tenant_id = ${actor.tenantId} and p.archived_at is null and p.point_type = any(${[...pointTypes]}) and ${within}
    union all
    select distinct null, u.id, u.name, u.kind, u.path from assignments a
    join units u on u.tenant_id = a.tenant_id and u.id = a.unit_id
    where a.tenant_id = ${actor.tenantId} and a.programme_id = ${programmeId} and a.state <> 'withdrawn' and ${within}
    order by path`.execute(db)
  const known = await typesWithPoints(db, actor.tenantId, pointTypes)
  const shown = rows.map(({ type, id, name, kind, path }) => ({ type, bringer: { ...unitRef(id, name, kind), path } }))
  const ofType = Map.groupBy(shown, ({ type }) => type)
  return ({ pointType, unitPath }) =>
    (ofType.get(known.has(pointType) ? pointType : null) ?? [])
      .map(({ bringer }) => bringer)
      .filter(({ path }) => isWithin(path, unitPath))
}

/** Whether a type has points does not depend on who looks. */
const typesWithPoints = async (
  db: Context['db'],
  tenantId: string,
  pointTypes: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ type: string }>`
    select t.type from unnest(${[...pointTypes]}::text[]) as t (type)
    where exists (select 1 from points p where p.tenant_id = ${tenantId} and p.point_type = t.type and p.archived_at is null)`.execute(
    db,
  )
  return new Set(rows.map(({ type }) => type))
}
