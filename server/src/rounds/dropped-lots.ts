import type { DroppedLotShown } from '@luoshi/contract/rounds'
import { type DrawFrame, type DroppedLot, droppedLotDays } from '@luoshi/rules/draw'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { isKnownTo } from './known-rounds.ts'
import type { LockedRound } from './lock-round.ts'

type Here = Pick<Context, 'db' | 'actor'>
type Found = DroppedLot & { readonly known: boolean }

/** Lots over any of these points that were dropped lately, whichever unit drew them: what the next one must name. */
export const droppedBefore = async (
  context: Here & Pick<Context, 'clock'>,
  roundId: string,
  pointIds: readonly string[],
): Promise<readonly DroppedLot[]> => {
  const since = new Date(context.clock.now().getTime() - droppedLotDays * 86_400_000)
  const found = await droppedLots(context, roundId, pointIds, sql`coalesce(r.cancelled_at, r.ended_at) >= ${since}`)
  return found.map(({ known: _, ...lot }) => lot)
}

/** Lots over any of its points that were dropped after the round was bound, and were bound before it was over: of several one was kept. */
export const droppedBeside = async (context: Here, round: LockedRound): Promise<readonly DroppedLot[]> =>
  (await besideOf(context, round)).map(({ known: _, ...lot }) => lot)

/** Both, as far as the actor may know of the rounds. */
export const droppedShown = async (context: Context, round: LockedRound): Promise<DroppedLotShown[]> => {
  const named = (round.frame as DrawFrame | null)?.dropped ?? [] // bound by us
  const beside = await besideOf(context, round)
  const known = await knownAmong(
    context,
    named.map(({ roundId }) => roundId),
  )
  return [
    ...named.map(lot => shown(lot, known.has(lot.roundId), true)),
    ...beside.map(lot => shown(lot, lot.known, false)),
  ]
}

const shown = (lot: DroppedLot, isKnown: boolean, isBound: boolean): DroppedLotShown => {
  const { roundId, title, unit, drawnAt, droppedAt, reason, points, visited } = lot
  return { id: isKnown ? roundId : null, title, unit, drawnAt, droppedAt, reason, points, visited, isBound }
}

const besideOf = async (context: Here, round: LockedRound): Promise<readonly Found[]> => {
  const frame = round.frame as DrawFrame | null // bound by us
  if (frame === null || round.committed_at === null) return []
  const over = round.ended_at ?? round.cancelled_at
  const named = new Set(frame.dropped?.map(({ roundId }) => roundId))
  const found = await droppedLots(
    context,
    round.id,
    frame.points.map(({ id }) => id),
    sql`coalesce(r.cancelled_at, r.ended_at) >= ${round.committed_at}
      and (${over}::timestamptz is null or r.committed_at < ${over}::timestamptz)`,
  )
  return found.filter(({ roundId }) => !named.has(roundId))
}

/** What was dropped is no secret any more. Most rounds are followed: their frames are not looked into. */
const droppedLots = async (
  { db, actor }: Here,
  roundId: string,
  pointIds: readonly string[],
  when: RawBuilder<unknown>,
): Promise<readonly Found[]> => {
  const { rows } = await sql<Found & { readonly drawn_at: Date; readonly dropped_at: Date }>`
    with dropped as materialized (
      select r.*, d.points, d.visited, coalesce(r.cancelled_at, r.ended_at) as dropped_at, ${isKnownTo(actor)} as known
      from rounds r cross join lateral (
        select count(*) as points, count(*) filter (where exists (select from visits v
          where v.tenant_id = p.tenant_id and v.round_id = p.round_id and v.point_id = p.point_id)) as visited
        from round_points p where p.tenant_id = r.tenant_id and p.round_id = r.id) d
      where r.tenant_id = ${actor.tenantId} and r.id <> ${roundId} and r.drawn_at is not null and r.state in ('cancelled', 'ended')
        and (r.state = 'cancelled' or d.visited * 2 < d.points) and ${when}
    )
    select r.id as "roundId", r.title, u.name as unit, r.secret_hash as "secretHash", r.frame_hash as "frameHash", r.drawn_at,
      r.dropped_at, r.cancel_reason as reason, r.points, r.visited, r.known
    from dropped r join units u on u.tenant_id = r.tenant_id and u.id = r.unit_id
    where exists (select from jsonb_array_elements(r.frame -> 'points') p where p ->> 'id' = any(${[...pointIds]}::text[]))
    order by r.drawn_at, r.id`.execute(db)
  return rows.map(({ drawn_at, dropped_at, ...lot }) => ({
    ...lot,
    drawnAt: drawn_at.toISOString(),
    droppedAt: dropped_at.toISOString(),
  }))
}

const knownAmong = async ({ db, actor }: Here, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select r.id from rounds r
    where r.tenant_id = ${actor.tenantId} and r.id = any(${[...ids]}::uuid[]) and ${isKnownTo(actor)}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
