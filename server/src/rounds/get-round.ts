import type { RoundDetail } from '@luoshi/contract/rounds'
import type { Barred, Draw, DrawFrame } from '@luoshi/rules/draw'
import { sampleTells } from '@luoshi/rules/sample-tells'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { unitRefs } from '../units/unit-refs.ts'
import { type DrawnReader, drawnPoints } from './drawn-points.ts'
import { droppedShown } from './dropped-lots.ts'
import { eligiblePoints, populationsOf } from './eligible-points.ts'
import { tiesOf } from './frame-of.ts'
import { withdrawalsOf } from './kept-withdrawal.ts'
import type { LockedRound } from './lock-round.ts'
import { peopleOfRound } from './people-of-round.ts'
import { proofUrl } from './proof-file.ts'
import { readRounds, roundShown } from './round-rows.ts'

/**
 * One round, as far as the reader may know it: an inspector sees of one that is secret the own points alone, and who does not run it
 * sees visits and cases of the own units only.
 */
export const getRound = async (context: Context, id: string): Promise<RoundDetail> => {
  const { db, actor } = context
  const [row] = await readRounds(context, sql`r.id = ${id}`, 1)
  if (!row) throw new Problem('not-found', { noun: 'round' })
  const round = await db
    .selectFrom('rounds')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirstOrThrow()
  const frame = round.frame as DrawFrame | null // bound by us
  const ownAlone = row.secret && !row.runs
  const reader: DrawnReader = { runs: row.runs, ownAlone }
  const units = await unitRefs(context, [...round.within_unit_ids, ...tiesOf(round).map(({ unitId }) => unitId)])
  const people = await peopleOfRound(context, round, ownAlone)
  return {
    ...roundShown(row, actor),
    duty: await dutyOf(context, round.duty_id),
    pointTypes: ownAlone ? [] : round.point_types,
    within: ownAlone ? [] : round.within_unit_ids.flatMap(unitId => units.get(unitId) ?? []),
    inspectorsPerPoint: round.inspectors_per_point,
    apartRounds: round.apart_rounds,
    // Why somebody keeps away from a unit is for those who run the round.
    ties: row.runs
      ? tiesOf(round).flatMap(({ personId, unitId, reason }) => {
          const [person, unit] = [people.names.get(personId), units.get(unitId)]
          return person && unit ? [{ person: { id: personId, name: person }, unit, reason }] : []
        })
      : [],
    ...(ownAlone ? sampleTells({}, {}) : sampleTells(await sizesOf(context, round, frame), round.quotas as Quotas)),
    people: people.shown,
    drawn: await drawnPoints(context, id, reader),
    short: ownAlone ? [] : [...((round.draw as Draw | null)?.short ?? [])], // drawn by us
    barred: countBarred(ownAlone ? [] : (frame?.barred ?? [])),
    withdrawals: withdrawalsShown(round, row.runs, people.names),
    dropped: ownAlone ? [] : await droppedShown(context, round),
    proof: proofShown(context, round),
    createdBy: { id: round.created_by, name: people.names.get(round.created_by) ?? '' },
    endedAt: round.ended_at?.toISOString() ?? null,
    cancelledAt: round.cancelled_at?.toISOString() ?? null,
    cancelReason: round.cancel_reason,
    bulletinUrl: row.runs && row.state === 'ended' ? `/api/v1/rounds/${id}/bulletin.docx` : null,
  }
}

type Quotas = Record<string, number>

/** Points of each stratum: as bound, or as they are today. */
const sizesOf = async (context: Context, round: LockedRound, frame: DrawFrame | null): Promise<Quotas> => {
  if (frame !== null) return countBy(frame.points.map(({ stratum }) => stratum))
  const { db, actor } = context
  const units = await db
    .selectFrom('units')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', 'in', round.within_unit_ids)
    .select('path')
    .orderBy('path')
    .execute()
  return populationsOf(
    await eligiblePoints(
      context,
      round.point_types,
      units.map(({ path }) => path),
    ),
  )
}

const countBy = (keys: readonly string[]): Quotas => {
  const counts: Quotas = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

const countBarred = (barred: readonly Barred[]): RoundDetail['barred'] => {
  const of = (reason: Barred['reason']): number => barred.filter(pair => pair.reason === reason).length
  return { home: of('home'), tie: of('tie'), met: of('met') }
}

const dutyOf = async ({ db, actor }: Context, dutyId: string | null): Promise<RoundDetail['duty']> => {
  if (dutyId === null) return null
  const duty = await db
    .selectFrom('duties')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', dutyId)
    .select(['id', 'text'])
    .executeTakeFirst()
  return duty ?? null
}

const withdrawalsShown = (
  round: LockedRound,
  runs: boolean,
  names: ReadonlyMap<string, string>,
): RoundDetail['withdrawals'] =>
  runs
    ? withdrawalsOf(round).map(({ inspectorId, reason, at }) => ({
        person: { id: inspectorId, name: names.get(inspectorId) ?? '' },
        reason,
        at,
      }))
    : []

const proofShown = (context: Context, round: LockedRound): RoundDetail['proof'] => {
  const { secret_hash: secretHash, frame_hash: frameHash, committed_at: committedAt } = round
  if (!secretHash || !frameHash || !committedAt) return null
  const isRevealed = round.revealed_at !== null
  return {
    secretHash,
    frameHash,
    secret: isRevealed ? round.secret : null,
    witness: round.witness,
    witnessWords: round.witness_words,
    committedAt: committedAt.toISOString(),
    drawnAt: round.drawn_at?.toISOString() ?? null,
    revealedAt: round.revealed_at?.toISOString() ?? null,
    url: isRevealed ? proofUrl(context, round.tenant_id, round.id) : null,
  }
}
