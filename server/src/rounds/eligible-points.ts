import { stratumName, stratumUnit } from '@luoshi/rules/draw-stratum'
import { isWithin, type UnitPath } from '@luoshi/rules/unit-path'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import { versionFor } from '../standards/version-for.ts'

export type EligiblePoint = {
  readonly id: string
  readonly name: string
  readonly pointType: string
  readonly unitPath: UnitPath
  readonly stratum: string
  /** The version of the standard it would be held to today; null where nothing is published for it. */
  readonly versionId: string | null
}

/** The points of these types under these units, each with its stratum, in order of their ids. */
export const eligiblePoints = async (
  context: Pick<Context, 'db' | 'actor'>,
  pointTypes: readonly string[],
  within: readonly UnitPath[],
): Promise<readonly EligiblePoint[]> => {
  const { db, actor } = context
  const { rows } = await sql<{ id: string; name: string; point_type: string; unit_path: string }>`
    select p.id, p.name, p.point_type, p.unit_path::text from points p
    where p.tenant_id = ${actor.tenantId} and p.archived_at is null and p.point_type = any(${[...pointTypes]}::text[])
      and p.unit_path <@ any(${pathArray(within)})
    order by p.id`.execute(db)
  const groups = new Map(rows.map(({ unit_path }) => [unit_path, stratumUnit(within, unit_path)]))
  const names = await unitNames(context, [...new Set(groups.values())])
  const heldTo = await versionFor(context, pointTypes)
  return rows.map(({ id, name, point_type, unit_path }) => ({
    id,
    name,
    pointType: point_type,
    unitPath: unit_path,
    stratum: stratumName(point_type, names.get(groups.get(unit_path) ?? '') ?? ''),
    versionId: heldTo(point_type, unit_path)?.versionId ?? null,
  }))
}

const unitNames = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  paths: readonly UnitPath[],
): Promise<ReadonlyMap<UnitPath, string>> => {
  if (paths.length === 0) return new Map()
  const { rows } = await sql<{ path: string; name: string }>`
    select path::text, name from units where tenant_id = ${actor.tenantId} and path = any(${pathArray(paths)})`.execute(
    db,
  )
  return new Map(rows.map(({ path, name }) => [path, name]))
}

/** How many points each stratum has. */
export const populationsOf = (points: readonly EligiblePoint[]): Readonly<Record<string, number>> => {
  const sizes: Record<string, number> = {}
  for (const { stratum } of points) sizes[stratum] = (sizes[stratum] ?? 0) + 1
  return sizes
}

/** The types of which some point has no published standard. */
export const typesWithoutStandard = (points: readonly EligiblePoint[]): string[] => [
  ...new Set(points.filter(({ versionId }) => versionId === null).map(({ pointType }) => pointType)),
]

/** Whether a unit under the one that runs the round has points that may be drawn; only such units are inspected. */
export const isInspectedUnit =
  (points: readonly EligiblePoint[], running: UnitPath) =>
  (path: UnitPath): boolean =>
    path !== running && points.some(({ unitPath }) => isWithin(unitPath, path))
