import type { PointRow } from '@luoshi/contract/points'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { type Known, knownTo, openAtPoints, visitedPoints } from './point-status.ts'
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
  readonly unplaced: number
  readonly longitude: number | null
  readonly latitude: number | null
}

/** The points of a filter that have a place, small; where there are too many, those that need somebody first, and how many are left. */
export const mapPoints = async (context: Context, filter: PointFilter) => {
  const { db } = context
  const known = await knownTo(context)
  const matching = await pointsMatching(context, known, filter)
  const { where } = matching
  const points = await drawn(context, known, matching, filter.status)
  const { rows: named } = await sql<Named>`
    select u.id, u.name, g.points, g.unplaced, g.longitude, g.latitude from (
      select p.unit_id, count(p.longitude) as points, count(*) - count(p.longitude) as unplaced, avg(p.longitude) as longitude,
        avg(p.latitude) as latitude
      from points p where ${where} group by p.unit_id
    ) g join units u on u.tenant_id = ${context.actor.tenantId} and u.id = g.unit_id order by g.points desc, u.name`.execute(
    db,
  )
  const placed = named.reduce((sum, unit) => sum + unit.points, 0)
  return {
    points: points.map(({ point_type, longitude, latitude, ...row }) => ({
      ...{ ...row, pointType: point_type },
      position: { longitude, latitude },
    })),
    units: named.flatMap(({ id, name, points, longitude, latitude }) =>
      longitude === null || latitude === null ? [] : [{ id, name, points, position: { longitude, latitude } }],
    ),
    unplaced: named.reduce((sum, unit) => sum + unit.unplaced, 0),
    ...{ notDrawn: placed - points.length, tiles: context.tiles ?? null },
  }
}

type Status = PointRow['status']

/** Those with something open first: where they fill the map, nobody asks how the others stand. */
const drawn = async (
  { db, clock }: Context,
  known: Known,
  { where, isWide }: Awaited<ReturnType<typeof pointsMatching>>,
  status: Status | undefined,
): Promise<readonly Placed[]> => {
  const among = (...some: readonly Status[]): boolean => status === undefined || some.includes(status)
  // Of few points each is asked for; of many, all at once.
  const only = isWide ? sql`true` : sql`point_id in (select p.id from points p where ${where})`
  const [opened, visited] = [openAtPoints(known, only), visitedPoints(known, only)]
  const columns = sql`p.id, p.name, p.point_type, p.longitude, p.latitude`
  const late = sql`o.first_due < ${clock.now()}::timestamptz`
  const open = among('late', 'open')
    ? await sql<Placed>`
        select ${columns}, case when ${late} then 'late' else 'open' end as status from points p
        join (${opened}) o on o.point_id = p.id where ${where} and p.longitude is not null
        order by ${late} desc, p.id limit ${MOST}`.execute(db)
    : { rows: [] }
  const room = MOST - open.rows.length
  if (room === 0 || !among('unseen', 'good')) return open.rows
  const other = await sql<Placed>`
    select ${columns}, case when l.visit_id is null then 'unseen' else 'good' end as status from points p
    left join (${opened}) o on o.point_id = p.id left join (${visited}) l on l.visit_id = p.id
    where ${where} and p.longitude is not null and o.point_id is null
    order by l.visit_id is null desc, p.id limit ${room}`.execute(db)
  return [...open.rows, ...other.rows]
}
