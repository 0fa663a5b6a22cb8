import type { PointRow } from '@luoshi/contract/points'
import { caseStates, isCaseOpen } from '@luoshi/rules/case-machine'
import { type RawBuilder, sql } from 'kysely'
import type { Context, Signed } from '../context.ts'
import { isRunBy, isSecret } from '../rounds/known-rounds.ts'
import { isWhole } from '../visits/whole-visits.ts'

const open = sql.join(caseStates.filter(isCaseOpen).map(state => sql.lit(state)))

/** What the actor may know of points: all but what the rounds kept from them saw, and their own part of those. */
export type Known = { readonly actor: Signed; readonly hiddenRounds: readonly string[] }

/** Looks up once which rounds are kept from the actor; there are hardly ever any. */
export const knownTo = async ({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<Known> => {
  const { rows } = await sql<{ id: string }>`
    select r.id from rounds r
    where r.tenant_id = ${actor.tenantId} and r.committed_at is not null and ${isSecret} and not ${isRunBy(actor)}`.execute(
    db,
  )
  return { actor, hiddenRounds: rows.map(({ id }) => id) }
}

/** Row `v` of visits is one the actor may know of. */
export const isVisitKnown = ({ actor, hiddenRounds }: Known): RawBuilder<boolean> =>
  hiddenRounds.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`(v.round_id is null or v.round_id <> all(${hiddenRounds}::uuid[]) or v.person_id = ${actor.personId})`

/** For a page of points: to be joined to row `p`, asking for each alone, as `o (open_cases, first_due)` and `l`, the last whole visit. */
export const standing = (known: Known): RawBuilder<unknown> => sql`
  left join lateral (
    select count(*) as open_cases, min(c.due_at) as first_due from cases c
    where c.tenant_id = p.tenant_id and c.point_id = p.id and c.state in (${open})
  ) o on true
  left join lateral (
    select v.id as visit_id, v.started_at, v.score, v.fails from visits v
    where v.tenant_id = p.tenant_id and v.point_id = p.id and ${isWhole} and ${isVisitKnown(known)}
    order by v.started_at desc, v.id desc limit 1
  ) l on true`

/** Of all points at once, or of those `only`: which have something open, and when the first of it is due. */
export const openAtPoints = ({ actor }: Known, only: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select c.point_id, min(c.due_at) as first_due from cases c
  where c.tenant_id = ${actor.tenantId} and c.point_id is not null and c.state in (${open}) and ${only} group by c.point_id`

/** Of all points at once, or of those `only`: where somebody has been, as `visit_id`. */
export const visitedPoints = (known: Known, only: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select distinct v.point_id as visit_id from visits v
  where v.tenant_id = ${known.actor.tenantId} and ${isWhole} and ${isVisitKnown(known)} and ${only}`

/** How row `p` stands by what was joined to it: what is late before what is open, and unseen before good. */
export const statusOf = (now: Date): RawBuilder<PointRow['status']> => sql`
  case when o.first_due < ${now}::timestamptz then 'late' when o.open_cases > 0 then 'open'
    when l.visit_id is not null then 'good' else 'unseen' end`

/**
 * Row `p` stands so; said apart for each status, so that only what it depends on is looked at: of all points at once where the
 * reach is wide, and of each point where they are few.
 */
export const standsAs = (status: PointRow['status'], known: Known, now: Date, isWide: boolean): RawBuilder<boolean> => {
  const tenantId = known.actor.tenantId
  const opened = sql`select c.point_id from cases c where c.tenant_id = ${tenantId} and c.point_id is not null
    and c.state in (${open})`
  const visited = sql`select v.point_id from visits v where v.tenant_id = ${tenantId} and ${isWhole} and ${isVisitKnown(known)}`
  const isOpened = isWide ? sql`p.id in (${opened})` : sql`exists (${opened} and c.point_id = p.id)`
  const isVisited = sql`exists (${visited} and v.point_id = p.id)`
  // Said so, the visited points are put in a table of hashes once; said with `exists`, all visits are joined, which takes longer.
  const isUnseen = sql`(p.id not in (${visited} group by v.point_id))`
  switch (status) {
    case 'late':
      return sql<boolean>`p.id in (${opened} and c.due_at < ${now}::timestamptz)`
    case 'open':
      return isWide
        ? sql<boolean>`p.id in (${opened} group by c.point_id having min(c.due_at) >= ${now}::timestamptz)`
        : sql<boolean>`(${isOpened} and not exists (${opened} and c.point_id = p.id and c.due_at < ${now}::timestamptz))`
    case 'unseen':
      return isWide
        ? sql<boolean>`(not ${isOpened} and ${isUnseen})`
        : sql<boolean>`(not ${isOpened} and not ${isVisited})`
    case 'good':
      return isWide
        ? sql<boolean>`(not ${isOpened} and ${isUnseen} is false)`
        : sql<boolean>`(not ${isOpened} and ${isVisited})`
  }
}
