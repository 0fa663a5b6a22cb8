import type { RoundRow } from '@luoshi/contract/rounds'
import type { Action } from '@luoshi/rules/action'
import { can } from '@luoshi/rules/permissions'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'
import { isWhole } from '../visits/whole-visits.ts'
import { isKnownTo, isRunBy, isSecret } from './known-rounds.ts'

type RoundRead = {
  readonly id: string
  readonly tenant_id: string
  readonly unit_id: string
  readonly unit_path: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly programme_id: string | null
  readonly programme_title: string | null
  readonly title: string
  readonly kind: RoundRow['kind']
  readonly state: RoundRow['state']
  readonly starts_on: string
  readonly ends_on: string
  readonly points: number
  readonly visited: number
  readonly failing: number
  readonly inspectors: number
  readonly secret: boolean
  /** Whether the reader runs it, or looks after who does. */
  readonly runs: boolean
  readonly mine: number
  readonly mine_left: number
  readonly version: number
}

const isVisited = sql`exists (select from visits v where v.tenant_id = x.tenant_id and v.round_id = x.round_id
  and v.point_id = x.point_id and v.person_id = x.person_id and ${isWhole})`

/** Somebody has been at every point of row `r` of rounds. */
export const isWhollyVisited = sql<boolean>`not exists (select from round_pairs x where x.tenant_id = r.tenant_id
  and x.round_id = r.id and not ${isVisited})`

/** The actor was drawn for points of row `r` of rounds and has not been at all of them. */
export const hasMineLeft = ({ personId }: Context['actor']): RawBuilder<boolean> =>
  sql<boolean>`exists (select from round_pairs x where x.tenant_id = r.tenant_id and x.round_id = r.id
    and x.person_id = ${personId} and not ${isVisited})`

/** Rounds that the actor may know of and that meet the condition on row `r`, newest first, in one query. */
export const readRounds = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<readonly RoundRead[]> => {
  const mine = sql`select count(*) from round_pairs x where x.tenant_id = r.tenant_id and x.round_id = r.id
    and x.person_id = ${actor.personId}`
  const { rows } = await sql<RoundRead>`
    select r.id, r.tenant_id, r.unit_id, r.unit_path::text, u.name as unit_name, u.kind as unit_kind, r.programme_id,
      p.title as programme_title, r.title, r.kind, r.state, r.starts_on::text, r.ends_on::text, r.version,
      ${isSecret} as secret, ${isRunBy(actor)} as runs,
      case when r.drawn_at is null then (select coalesce(sum(q.value::int), 0) from jsonb_each_text(r.quotas) q)
        else (select count(*) from round_points d where d.tenant_id = r.tenant_id and d.round_id = r.id) end as points,
      case when r.drawn_at is null then 0 else (
        select count(*) from (select x.point_id from round_pairs x where x.tenant_id = r.tenant_id and x.round_id = r.id
          group by x.point_id having bool_and(${isVisited})) d) end as visited,
      case when r.drawn_at is null then 0 else (select count(distinct v.point_id) from visits v
        where v.tenant_id = r.tenant_id and v.round_id = r.id and v.finished_at is not null and v.fails > 0) end as failing,
      case when r.drawn_at is null then (select count(*) from round_inspectors i where i.tenant_id = r.tenant_id and i.round_id = r.id)
        else (select count(distinct x.person_id) from round_pairs x where x.tenant_id = r.tenant_id and x.round_id = r.id)
        end as inspectors,
      (${mine}) as mine, (${mine} and not ${isVisited}) as mine_left
    from rounds r
    join units u on u.tenant_id = r.tenant_id and u.id = r.unit_id
    left join programmes p on p.tenant_id = r.tenant_id and p.id = r.programme_id
    where r.tenant_id = ${actor.tenantId} and ${isKnownTo(actor)} and ${where}
    order by r.starts_on desc, r.id desc limit ${limit}`.execute(db)
  return rows
}

/** How many rounds the actor may know of meet it. */
export const countRounds = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  where: RawBuilder<unknown>,
): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from rounds r where r.tenant_id = ${actor.tenantId} and ${isKnownTo(actor)} and ${where}`.execute(
    db,
  )
  return rows[0]?.total ?? 0
}

export const roundShown = (row: RoundRead, actor: Context['actor']): RoundRow => ({
  id: row.id,
  title: row.title,
  kind: row.kind,
  state: row.state,
  unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
  programme: row.programme_id && row.programme_title ? { id: row.programme_id, title: row.programme_title } : null,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  points: row.points,
  visited: row.visited,
  inspectors: row.inspectors,
  failing: row.failing,
  secret: row.secret,
  mine: row.mine,
  mineLeft: row.mine_left,
  version: row.version,
  actions: [...stepsFor(row, actor)],
})

/** The steps that each state knows, and the right that each asks for. */
export const steps = {
  change: { from: ['draft'], asks: 'round.manage' },
  commit: { from: ['draft'], asks: 'round.manage' },
  draw: { from: ['committed'], asks: 'round.draw' },
  replace: { from: ['drawn'], asks: 'round.draw' },
  end: { from: ['drawn'], asks: 'round.manage' },
  cancel: { from: ['draft', 'committed', 'drawn'], asks: 'round.manage' },
} as const satisfies Record<string, { readonly from: readonly RoundRow['state'][]; readonly asks: Action }>

export type RoundStep = keyof typeof steps

const stepsFor = (row: RoundRead, actor: Context['actor']): readonly string[] => {
  const subject = { tenantId: row.tenant_id, unitPath: row.unit_path }
  const open = Object.entries(steps).filter(
    ([, { from, asks }]) => from.some(state => state === row.state) && can(actor, asks, subject),
  )
  const records = row.state === 'drawn' && row.mine_left > 0 ? ['visit.record'] : []
  return [...open.map(([step]) => `round.${step}`), ...records]
}
