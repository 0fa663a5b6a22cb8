import { depthOf, isWithin, type UnitPath } from '@luoshi/rules/unit-path'
import type { Context } from '../context.ts'

export type HeldTo = {
  readonly standardId: string
  readonly versionId: string
  readonly number: number
  readonly title: string
  readonly pointType: string
}

/** What a point of a type, answered for by the unit at this path, is held to; null where nothing is published for it. */
export type HeldToOf = (pointType: string, unitPath: UnitPath) => HeldTo | null

/**
 * The published versions for these types of point (all types where none are named), in one query. The nearest unit at or above
 * the one that answers decides; the database lets a unit have one published standard for a type.
 */
export const versionFor = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  pointTypes: readonly string[] | null = null,
): Promise<HeldToOf> => {
  const rows = await db
    .selectFrom('standards as s')
    .innerJoin('standard_versions as v', join =>
      join.onRef('v.tenant_id', '=', 's.tenant_id').onRef('v.id', '=', 's.current_version_id'),
    )
    .where('s.tenant_id', '=', actor.tenantId)
    .where('s.archived_at', 'is', null)
    .$if(pointTypes !== null, query => query.where('s.point_type', 'in', ['', ...(pointTypes ?? [])]))
    .select(['s.id', 's.title', 's.point_type', 's.unit_path', 'v.id as version_id', 'v.number'])
    .execute()
  const nearestFirst = rows.sort((one, other) => depthOf(other.unit_path) - depthOf(one.unit_path))
  const ofType = Map.groupBy(nearestFirst, row => row.point_type)
  return (pointType, unitPath) => {
    const row = ofType.get(pointType)?.find(({ unit_path }) => isWithin(unitPath, unit_path))
    return row === undefined
      ? null
      : { standardId: row.id, versionId: row.version_id, number: row.number, title: row.title, pointType }
  }
}
