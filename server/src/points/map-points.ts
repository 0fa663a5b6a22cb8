import type { PointRow } from '@luoshi/contract/points'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { knownTo, standingOfAll, statusOf } from './point-status.ts'
import { type PointFilter, pointsMatching } from './queries.ts'

/** A map of more is a blot, and no phone draws it. */
const MOST = 10_000

type Placed = {
  readonly id: string
  readonly name: string
  readonly point_type: string
  readonly longitude: number
  readonly latitude: number
  readonly status: PointRow['status']
}

type Named = {
  readonly id: string
  readonly name: string
  readonly points: number
  readonly longitude: number
  readonly latitude: number
}

/** The points of a filter that have a place, small; where there are too many, those that need somebody first, and how many are left. */
export const mapPoints = async (context: Context, filter: PointFilter) => {
  const { db, clock } = context
  const known = await knownTo(context)
  const where = await pointsMatching(context, known, filter)
  const is = statusOf(clock.now())
  const { rows } = await sql<Placed>`
    select p.id, p.name, p.point_type, p.longitude, p.latitude, ${is} as status
    from points p ${standingOfAll(known)} where ${where} and p.longitude is not null
    order by case ${is} when 'late' then 0 when 'open' then 1 when 'unseen' then 2 else 3 end, p.point_type, p.name, p.id
    limit ${MOST}`.execute(db)
  const counted = await sql<{ placed: number; unplaced: number }>`
    select count(p.longitude) as placed, count(*) - count(p.longitude) as unplaced from points p where ${where}`.execute(
    db,
  )
  const named = await sql<Named>`
    select u.id, u.name, g.points, g.longitude, g.latitude from (
      select p.unit_id, count(*) as points, avg(p.longitude) as longitude, avg(p.latitude) as latitude
      from points p where ${where} and p.longitude is not null group by p.unit_id
    ) g join units u on u.tenant_id = ${context.actor.tenantId} and u.id = g.unit_id order by g.points desc, u.name`.execute(
    db,
  )
  const { placed = 0, unplaced = 0 } = counted.rows[0] ?? {}
  return {
    points: rows.map(({ point_type, longitude, latitude, ...row }) => ({
      ...{ ...row, pointType: point_type },
      position: { longitude, latitude },
    })),
    units: named.rows.map(({ longitude, latitude, ...unit }) => ({ ...unit, position: { longitude, latitude } })),
    ...{ unplaced, notDrawn: placed - rows.length, tiles: context.tiles ?? null },
  }
}
