import type { PointRow } from '@luoshi/contract/points'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { contains } from '../db/contains.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { versionFor } from '../standards/version-for.ts'
import { type Reach, reachOf } from '../units/reach.ts'
import { pointShown, readPoints } from './point-rows.ts'
import { statusOf } from './point-status.ts'

export type PointFilter = {
  readonly q?: string | undefined
  readonly unitId?: string | undefined
  readonly pointType?: string | undefined
  readonly status?: PointRow['status'] | undefined
  readonly archived: boolean
}
export type PointPage = PointFilter & { readonly cursor?: string | undefined; readonly limit: number }

/** Points within reach, by type and name. */
export const listPoints = async (context: Context, page: PointPage) => {
  const { db } = context
  const where = await pointsWithin(context, page)
  const after = readCursor(page.cursor, 3)
  const from =
    after === null ? sql`true` : sql`(p.point_type, p.name, p.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`
  // The keys first, so that only the rows of the page are asked how they stand.
  const keys = await sql<{ id: string }>`
    select p.id from points p where ${where} and ${from}
    order by p.point_type, p.name, p.id limit ${page.limit + 1}`.execute(db)
  const ids = keys.rows.map(({ id }) => id)
  const read = await readPoints(context, sql`p.id = any(${ids}::uuid[])`, sql`order by p.point_type, p.name, p.id`)
  const { rows, next } = pageFrom(read, page.limit, row => [row.point_type, row.name, row.id])
  const counted = await sql<{ total: number }>`select count(*) as total from points p where ${where}`.execute(db)
  return { items: rows.map(row => pointShown(row, context)), next, total: counted.rows[0]?.total ?? 0 }
}

/** What a filter asks of row `p`, within the actor's reach. */
export const pointsWithin = async (
  context: Context,
  filter: PointFilter,
  action: 'point.read' | 'point.manage' = 'point.read',
): Promise<RawBuilder<unknown>> => {
  const { actor, clock } = context
  const reach = await reachOf(context, action, { unitId: filter.unitId })
  const { q, pointType, status, archived } = filter
  const conditions = [
    sql`p.tenant_id = ${actor.tenantId}`,
    answeredWithin(reach),
    archived ? sql`p.archived_at is not null` : sql`p.archived_at is null`,
    ...(q ? [sql`(p.name like ${contains(q)} or p.address like ${contains(q)} or p.code = ${q.toUpperCase()})`] : []),
    ...(pointType === undefined ? [] : [sql`p.point_type = ${pointType}`]),
    ...(status === undefined ? [] : [sql`${statusOf(actor, clock.now())} = ${status}`]),
  ]
  return sql.join(conditions, sql` and `)
}

const answeredWithin = (reach: Reach): RawBuilder<unknown> =>
  reach.kind === 'all' ? sql`true` : sql`p.unit_id = any(${reach.ids}::uuid[])`

/** Everything on the map within reach, small, in one query; and how many are on no map yet. */
export const mapPoints = async (context: Context, filter: PointFilter) => {
  const { db, actor, clock } = context
  const where = await pointsWithin(context, filter)
  const { rows } = await sql<{
    id: string
    name: string
    point_type: string
    longitude: number
    latitude: number
    status: PointRow['status']
  }>`
    select p.id, p.name, p.point_type, p.longitude, p.latitude, ${statusOf(actor, clock.now())} as status
    from points p where ${where} and p.longitude is not null order by p.point_type, p.name, p.id`.execute(db)
  const counted = await sql<{ unplaced: number }>`
    select count(*) as unplaced from points p where ${where} and p.longitude is null`.execute(db)
  const named = await sql<{ id: string; name: string; points: number; longitude: number; latitude: number }>`
    select u.id, u.name, count(*) as points, avg(p.longitude) as longitude, avg(p.latitude) as latitude
    from points p join units u on u.tenant_id = p.tenant_id and u.id = p.unit_id
    where ${where} and p.longitude is not null group by u.id, u.name order by points desc, u.name`.execute(db)
  return {
    units: named.rows.map(({ longitude, latitude, ...unit }) => ({ ...unit, position: { longitude, latitude } })),
    points: rows.map(({ point_type, longitude, latitude, ...row }) => ({
      ...row,
      pointType: point_type,
      position: { longitude, latitude },
    })),
    unplaced: counted.rows[0]?.unplaced ?? 0,
    tiles: context.tiles ?? null,
  }
}

/** The types in use within reach, and what most of their points are held to. */
export const listPointTypes = async (context: Context) => {
  const { db } = context
  const where = await pointsWithin(context, { archived: false })
  const { rows } = await sql<{ point_type: string; unit_path: string; points: number }>`
    select p.point_type, min(p.unit_path::text) as unit_path, count(*) as points from points p
    where ${where} group by p.point_type order by p.point_type`.execute(db)
  const heldTo = await versionFor(
    context,
    rows.map(({ point_type }) => point_type),
  )
  return rows.map(({ point_type, unit_path, points }) => ({
    pointType: point_type,
    points,
    standardId: heldTo(point_type, unit_path)?.standardId ?? null,
  }))
}
