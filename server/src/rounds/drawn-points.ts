import type { DrawnPoint } from '@luoshi/contract/rounds'
import { scopeOf } from '@luoshi/rules/permissions'
import { type RawBuilder, sql } from 'kysely'
import { caseNumber } from '../cases/serials.ts'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import { unitRef } from '../units/unit-ref.ts'

/** How much of a round its reader sees: all of it, visits of the own units, or nothing but the own points. */
export type DrawnReader = { readonly runs: boolean; readonly ownAlone: boolean }

type PointRead = {
  readonly id: string
  readonly name: string
  readonly point_type: string
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly stratum: string
  readonly inspectors: DrawnPoint['inspectors']
}

/** The points drawn in the order of the lot, with who goes there and what came of it. */
export const drawnPoints = async (context: Context, roundId: string, reader: DrawnReader): Promise<DrawnPoint[]> => {
  const { db, actor } = context
  const mine = sql`exists (select from round_pairs x where x.tenant_id = d.tenant_id and x.round_id = d.round_id
    and x.point_id = d.point_id and x.person_id = ${actor.personId})`
  const { rows } = await sql<PointRead>`
    select p.id, p.name, p.point_type, u.id as unit_id, u.name as unit_name, u.kind as unit_kind, d.stratum,
      coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name) order by n.name, n.id)
        from round_pairs x join people n on n.tenant_id = x.tenant_id and n.id = x.person_id
        where x.tenant_id = d.tenant_id and x.round_id = d.round_id and x.point_id = d.point_id), '[]') as inspectors
    from round_points d
    join points p on p.tenant_id = d.tenant_id and p.id = d.point_id
    join units u on u.tenant_id = p.tenant_id and u.id = p.unit_id
    where d.tenant_id = ${actor.tenantId} and d.round_id = ${roundId} and (not ${reader.ownAlone}::boolean or ${mine})
    order by d.ordinal`.execute(db)
  const visits = Map.groupBy(await visitsOf(context, roundId, reader), ({ point_id }) => point_id)
  const cases = Map.groupBy(await casesOf(context, roundId, reader), ({ point_id }) => point_id)
  return rows.map(row => {
    const made = (visits.get(row.id) ?? []).map(visitShown)
    const [first] = made
    return {
      point: { id: row.id, name: row.name, pointType: row.point_type },
      unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
      stratum: row.stratum,
      inspectors: row.inspectors,
      visit: first ? { id: first.id, finishedAt: first.finishedAt, score: first.score, fails: first.fails } : null,
      visits: made,
      cases: (cases.get(row.id) ?? []).map(({ id, year, serial, title, state }) => ({
        id,
        number: caseNumber(year, serial),
        title,
        state,
      })),
    }
  })
}

type VisitRead = {
  readonly id: string
  readonly point_id: string
  readonly person_id: string
  readonly person: string
  readonly finished_at: Date | null
  readonly score: number | null
  readonly conforms: number
  readonly mostly: number
  readonly fails: number
  readonly lacking: number
  readonly photos_lacking: number
}

/** Row `v` of visits is the reader's to see: the round is, or the point's unit, or the visit. */
export const visitIsShown = (
  { actor }: Pick<Context, 'actor'>,
  { runs, ownAlone }: DrawnReader,
): RawBuilder<boolean> =>
  runs
    ? sql<boolean>`true`
    : ownAlone
      ? sql<boolean>`v.person_id = ${actor.personId}`
      : sql<boolean>`(v.person_id = ${actor.personId} or v.unit_path <@ any(${pathArray(scopeOf(actor, 'visit.read'))}))`

const visitsOf = async (context: Context, roundId: string, reader: DrawnReader): Promise<readonly VisitRead[]> => {
  const { rows } = await sql<VisitRead>`
    select v.id, v.point_id, v.person_id, n.name as person, v.finished_at, v.score, v.conforms, v.mostly, v.fails,
      v.lacking, v.photos_lacking
    from visits v join people n on n.tenant_id = v.tenant_id and n.id = v.person_id
    where v.tenant_id = ${context.actor.tenantId} and v.round_id = ${roundId} and ${visitIsShown(context, reader)}
    order by v.started_at, v.id`.execute(context.db)
  return rows
}

const visitShown = (row: VisitRead): DrawnPoint['visits'][number] => ({
  id: row.id,
  person: { id: row.person_id, name: row.person },
  finishedAt: row.finished_at?.toISOString() ?? null,
  score: row.score,
  conforms: row.conforms,
  mostly: row.mostly,
  fails: row.fails,
  lacking: row.lacking,
  photosLacking: row.photos_lacking,
})

type CaseRead = {
  readonly id: string
  readonly point_id: string
  readonly year: number
  readonly serial: number
  readonly title: string
  readonly state: string
}

/** Row `c` of cases was opened by row `o` of observations in visit `v`, or was open for the same thing when it was seen. */
export const isCaseOf = sql<boolean>`(c.tenant_id = o.tenant_id and c.point_id = o.point_id
  and c.criterion_id = o.criterion_id and (c.visit_id = v.id or (c.state not in ('merged', 'dismissed')
    and c.found_at <= v.received_at and (c.closed_at is null or c.closed_at >= v.started_at))))`

const casesOf = async (context: Context, roundId: string, reader: DrawnReader): Promise<readonly CaseRead[]> => {
  const { rows } = await sql<CaseRead>`
    select distinct c.id, v.point_id, c.year, c.serial, c.title, c.state
    from visits v
    join observations o on o.tenant_id = v.tenant_id and o.visit_id = v.id and o.grade = 'fails'
    join cases c on ${isCaseOf}
    where v.tenant_id = ${context.actor.tenantId} and v.round_id = ${roundId} and ${visitIsShown(context, reader)}
    order by c.year, c.serial`.execute(context.db)
  return rows
}
