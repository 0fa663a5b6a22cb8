import type { PointRow } from '@luoshi/contract/points'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { contains } from '../db/contains.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { versionFor } from '../standards/version-for.ts'
import { type Reach, reachOf } from '../units/reach.ts'
import { pointShown, readPoints } from './point-rows.ts'
import { type Known, knownTo, standsAs } from './point-status.ts'

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
  const known = await knownTo(context)
  const { where } = await pointsMatching(context, known, page)
  // The keys first, so that only the rows of the page are asked for their last visit.
  const isSought = page.status !== undefined || Boolean(page.q)
  const { ids, total } = await (isSought ? keysSought : keysWalked)(context, where, page)
  const order = sql`order by p.point_type, p.name, p.id`
  const read = await readPoints(context, known, sql`p.id = any(${ids}::uuid[])`, order)
  const { rows, next } = pageFrom(read, page.limit, row => [row.point_type, row.name, row.id])
  return { items: rows.map(row => pointShown(row, context.actor)), next, total }
}

type Keys = { readonly ids: readonly string[]; readonly total: number }
type Wanted = Pick<PointPage, 'cursor' | 'limit'>

/** By the index of the order, as far as the page goes; the count apart. */
const keysWalked = async ({ db }: Context, where: RawBuilder<unknown>, page: Wanted): Promise<Keys> => {
  const keys = await sql<{ id: string }>`
    select p.id from points p where ${where} and ${beyond(page)} order by p.point_type, p.name, p.id limit ${page.limit + 1}`.execute(
    db,
  )
  const counted = await sql<{ total: number }>`select count(*) as total from points p where ${where}`.execute(db)
  return { ids: keys.rows.map(({ id }) => id), total: counted.rows[0]?.total ?? 0 }
}

/** What no index tells is sought once, for the page and for the count. */
const keysSought = async ({ db }: Context, where: RawBuilder<unknown>, page: Wanted): Promise<Keys> => {
  const { rows } = await sql<{ id: string | null; total: number }>`
    with found as materialized (select p.id, p.point_type, p.name from points p where ${where})
    select counted.total, shown.id from (select count(*) as total from found) counted
    left join (
      select p.id, p.point_type, p.name from found p where ${beyond(page)}
      order by p.point_type, p.name, p.id limit ${page.limit + 1}
    ) shown on true`.execute(db)
  return { ids: rows.flatMap(({ id }) => id ?? []), total: rows[0]?.total ?? 0 }
}

const beyond = ({ cursor }: Wanted): RawBuilder<unknown> => {
  const after = readCursor(cursor, 3)
  return after === null ? sql`true` : sql`(p.point_type, p.name, p.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`
}

/** What a filter asks of row `p`, its status too; and whether it reaches all of the county. */
export const pointsMatching = async (
  context: Context,
  known: Known,
  { status, ...filter }: PointFilter,
  action: 'point.read' | 'point.manage' = 'point.read',
): Promise<{ readonly where: RawBuilder<unknown>; readonly isWide: boolean }> => {
  const reach = await reachOf(context, action, { unitId: filter.unitId })
  const isWide = reach.kind === 'all'
  const where = pointsIn(context, reach, filter)
  return {
    where: status === undefined ? where : sql`${where} and ${standsAs(status, known, context.clock.now(), isWide)}`,
    isWide,
  }
}

/** What a filter asks of row `p` itself, within the actor's reach. */
const pointsIn = (
  { actor }: Pick<Context, 'actor'>,
  reach: Reach,
  { q, pointType, archived }: Omit<PointFilter, 'status' | 'unitId'>,
): RawBuilder<unknown> => {
  const conditions = [
    sql`p.tenant_id = ${actor.tenantId}`,
    answeredWithin(reach),
    archived ? sql`p.archived_at is not null` : sql`p.archived_at is null`,
    ...(q ? [sql`(p.name like ${contains(q)} or p.address like ${contains(q)} or p.code = ${q.toUpperCase()})`] : []),
    ...(pointType === undefined ? [] : [sql`p.point_type = ${pointType}`]),
  ]
  return sql.join(conditions, sql` and `)
}

const answeredWithin = (reach: Reach): RawBuilder<unknown> =>
  reach.kind === 'all' ? sql`true` : sql`p.unit_id = any(${reach.ids}::uuid[])`

/** The types in use within reach, and what most of their points are held to. */
export const listPointTypes = async (context: Context) => {
  const { db } = context
  const where = pointsIn(context, await reachOf(context, 'point.read'), { archived: false })
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
