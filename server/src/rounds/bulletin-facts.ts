import type { CriterionResult, RoundRow } from '@luoshi/contract/rounds'
import { mendingStates } from '@luoshi/rules/case-machine'
import type { DrawFrame } from '@luoshi/rules/draw'
import { stratumParts } from '@luoshi/rules/draw-stratum'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { isWhole } from '../visits/whole-visits.ts'
import { isCaseOf } from './drawn-points.ts'
import { resultsOf } from './results.ts'

/** A point of the round as it was found; `fails` null where nobody looked at all of it. */
export type FoundPoint = {
  readonly name: string
  readonly pointType: string
  readonly unitName: string
  readonly fails: number | null
}

export type BulletinFacts = {
  readonly title: string
  readonly kind: RoundRow['kind']
  readonly startsOn: string
  readonly endsOn: string
  readonly unitName: string
  readonly inspectors: number
  /** By type of point, in order of their names: how many there are. */
  readonly population: Readonly<Record<string, number>>
  readonly points: readonly FoundPoint[]
  readonly criteria: readonly CriterionResult[]
  readonly cases: CasesOfRound
  readonly witness: string | null
}

type CasesOfRound = {
  /** Opened by what the round found. */
  readonly opened: number
  /** Known before: open already, or come back. */
  readonly known: number
  readonly closed: number
  readonly open: number
  readonly late: number
}

type RoundRead = { readonly frame: unknown; readonly witness: string | null }

/** Everything a bulletin tells of a round that is over, read as it stands today. */
export const bulletinFacts = async (
  context: Context,
  round: Pick<RoundRow, 'id' | 'title' | 'kind' | 'startsOn' | 'endsOn' | 'inspectors'> & { readonly unitName: string },
): Promise<BulletinFacts> => {
  const { db, actor } = context
  const { title, kind, startsOn, endsOn, unitName, inspectors } = round
  const read: RoundRead = await db
    .selectFrom('rounds')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', round.id)
    .select(['frame', 'witness'])
    .executeTakeFirstOrThrow()
  const frame = read.frame as DrawFrame // bound by us
  return {
    ...{ title, kind, startsOn, endsOn, unitName, inspectors },
    population: populationOf(frame),
    points: await pointsOf(context, round.id),
    criteria: await resultsOf(context, round.id),
    cases: await casesOf(context, round.id),
    witness: read.witness,
  }
}

const populationOf = (frame: DrawFrame): Readonly<Record<string, number>> => {
  const ofType = Map.groupBy(frame.points, ({ stratum }) => stratumParts(stratum).pointType)
  return Object.fromEntries([...ofType].map(([type, points]) => [type, points.length] as const).sort())
}

const pointsOf = async ({ db, actor }: Context, roundId: string): Promise<readonly FoundPoint[]> => {
  const { rows } = await sql<{ name: string; stratum: string; fails: number | null }>`
    select p.name, d.stratum, (select sum(v.fails)::int from visits v where v.tenant_id = d.tenant_id
      and v.round_id = d.round_id and v.point_id = d.point_id and ${isWhole}) as fails
    from round_points d join points p on p.tenant_id = d.tenant_id and p.id = d.point_id
    where d.tenant_id = ${actor.tenantId} and d.round_id = ${roundId} order by d.ordinal`.execute(db)
  return rows.map(({ name, stratum, fails }) => ({ name, ...stratumParts(stratum), fails }))
}

const casesOf = async ({ db, actor, clock }: Context, roundId: string): Promise<CasesOfRound> => {
  const mending = sql.join(mendingStates.map(state => sql.lit(state)))
  const { rows } = await sql<CasesOfRound>`
    with found as (
      select c.id, c.state, c.due_at, bool_or(c.visit_id = v.id) as opened
      from visits v
      join observations o on o.tenant_id = v.tenant_id and o.visit_id = v.id and o.grade = 'fails'
      join cases c on ${isCaseOf}
      where v.tenant_id = ${actor.tenantId} and v.round_id = ${roundId}
      group by c.tenant_id, c.id, c.state, c.due_at)
    select count(*) filter (where opened)::int as opened, count(*) filter (where not opened)::int as known,
      count(*) filter (where state in ('closed', 'merged', 'dismissed'))::int as closed,
      count(*) filter (where state not in ('closed', 'merged', 'dismissed'))::int as open,
      count(*) filter (where state in (${mending}) and due_at < ${clock.now()})::int as late
    from found`.execute(db)
  return rows[0] ?? { opened: 0, known: 0, closed: 0, open: 0, late: 0 }
}
