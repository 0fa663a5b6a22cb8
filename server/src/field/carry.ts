import type { Carried } from '@luoshi/contract/field'
import { visitIdOf } from '@luoshi/rules/derived-id'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import { unitRef } from '../units/unit-ref.ts'
import { isWhole } from '../visits/whole-visits.ts'
import { carriedCases } from './carried-cases.ts'
import { carriedOccurrences } from './carried-occurrences.ts'
import { carriedPoints, pointsLeft } from './carried-points.ts'
import { carriedStandards } from './carried-standards.ts'
import { carriedVisits } from './carried-visits.ts'

/**
 * All that a phone needs for days without a signal: what its owner is drawn for, what their own units have to patrol, to do and to
 * mend, and their own visits. The number of queries is the same whatever there is.
 */
export const carry = async (context: Context): Promise<Carried> => {
  const { db, actor, clock } = context
  const own = await ownUnits(context)
  const ownIds = own.map(({ id }) => id)
  const drawn = await drawnPoints(context)
  const points = await carriedPoints(context, [...new Set(drawn.map(({ point_id }) => point_id))], ownIds)
  const { visits, left: visitsLeft } = await carriedVisits(context)
  const versionIds = [
    ...new Set([...drawn.map(({ version_id }) => version_id), ...visits.map(({ versionId }) => versionId)]),
  ]
  const standards = await carriedStandards(context, versionIds, points)
  const categories = await db
    .selectFrom('case_categories')
    .where('tenant_id', '=', actor.tenantId)
    .where('archived_at', 'is', null)
    .orderBy('code')
    .select(['id', 'code', 'section', 'name'])
    .execute()
  const { occurrences, left: occurrencesLeft } = await carriedOccurrences(context, ownIds)
  const { cases, left: casesLeft } = await carriedCases(context, ownIds)
  return {
    now: clock.now().toISOString(),
    person: { id: actor.personId, name: actor.name },
    units: own.filter(({ isOwn }) => isOwn).map(({ id, name, kind }) => unitRef(id, name, kind)),
    rounds: roundsShown(drawn, actor.personId),
    points: points.map(({ shown }) => shown),
    standards,
    categories,
    visits,
    occurrences,
    cases,
    left: {
      ...{ points: await pointsLeft(context, ownIds, points), visits: visitsLeft },
      ...{ occurrences: occurrencesLeft, ...casesLeft },
    },
  }
}

type OwnUnit = { readonly id: string; readonly name: string; readonly kind: string; readonly isOwn: boolean }

/** The units the actor works for, and what lies under them. */
const ownUnits = async ({ db, actor }: Context): Promise<readonly OwnUnit[]> => {
  const seats = actor.memberships.filter(({ role }) => role === 'unit' || role === 'worker' || role === 'inspector')
  const work = seats.filter(({ role }) => role !== 'inspector').map(({ unitPath }) => unitPath)
  const seated = seats.map(({ unitId }) => unitId)
  const { rows } = await sql<OwnUnit>`
    select u.id, u.name, u.kind, u.id = any(${seated}::uuid[]) as "isOwn" from units u
    where u.tenant_id = ${actor.tenantId} and u.archived_at is null
      and (u.path <@ any(${pathArray(work)}) or u.id = any(${seated}::uuid[]))
    order by u.path`.execute(db)
  return rows
}

type Drawn = {
  readonly round_id: string
  readonly title: string
  readonly kind: Carried['rounds'][number]['kind']
  readonly starts_on: string
  readonly ends_on: string
  readonly point_id: string
  readonly version_id: string
  readonly criteria: number
  readonly finished_at: Date | null
}

const drawnPoints = async ({ db, actor }: Context): Promise<readonly Drawn[]> => {
  const { rows } = await sql<Drawn>`
    select r.id as round_id, r.title, r.kind, r.starts_on::text, r.ends_on::text, d.point_id, d.version_id,
      (select count(*)::int from criteria c where c.tenant_id = d.tenant_id and c.version_id = d.version_id) as criteria,
      case when ${isWhole} then v.finished_at end as finished_at
    from round_pairs x
    join rounds r on r.tenant_id = x.tenant_id and r.id = x.round_id and r.state = 'drawn'
    join round_points d on d.tenant_id = x.tenant_id and d.round_id = x.round_id and d.point_id = x.point_id
    left join visits v on v.tenant_id = x.tenant_id and v.round_id = x.round_id and v.point_id = x.point_id and v.person_id = x.person_id
    where x.tenant_id = ${actor.tenantId} and x.person_id = ${actor.personId}
    order by r.starts_on, r.id, d.ordinal`.execute(db)
  return rows
}

const roundsShown = (drawn: readonly Drawn[], personId: string): Carried['rounds'] =>
  [...Map.groupBy(drawn, ({ round_id }) => round_id).values()].flatMap(points => {
    const [round] = points
    if (!round) return []
    return [
      {
        id: round.round_id,
        title: round.title,
        kind: round.kind,
        startsOn: round.starts_on,
        endsOn: round.ends_on,
        points: points.map(({ point_id, version_id, criteria, finished_at }) => ({
          pointId: point_id,
          versionId: version_id,
          visitId: visitIdOf(round.round_id, point_id, personId),
          criteria,
          finishedAt: finished_at?.toISOString() ?? null,
        })),
      },
    ]
  })
