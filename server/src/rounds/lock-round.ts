import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import type { RoundsTable } from '../db/tables.ts'
import { Problem } from '../problem.ts'
import { isKnownTo } from './known-rounds.ts'
import { type RoundStep, steps } from './round-rows.ts'

export type LockedRound = Selectable<RoundsTable>

/** Holds a round the actor may take this step with, if it still is as the actor saw it. */
export const lockRound = async (
  { db, actor }: Context,
  { id, version }: { readonly id: string; readonly version: number },
  step: RoundStep,
): Promise<LockedRound> => {
  const { rows } = await sql<{ id: string }>`
    select r.id from rounds r where r.tenant_id = ${actor.tenantId} and r.id = ${id} and ${isKnownTo(actor)}`.execute(
    db,
  )
  if (rows.length === 0) throw new Problem('not-found', { noun: 'round' })
  const round = await db
    .selectFrom('rounds')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirstOrThrow()
  allow(actor, steps[step].asks, { tenantId: round.tenant_id, unitPath: round.unit_path })
  if (round.version !== version) throw new Problem('version-stale', { current: round.version })
  if (!steps[step].from.some(state => state === round.state)) throw new Problem('state-forbids', { state: round.state })
  return round
}

/** Writes a step down with what is public of it. What is secret until later never comes here. */
export const recordStep = (
  context: Context,
  round: Pick<LockedRound, 'id' | 'title' | 'unit_path'>,
  step: RoundStep | 'create',
  content: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  record(
    context,
    step === 'create' ? 'round.manage' : steps[step].asks,
    { kind: 'round', id: round.id, name: round.title, unitPath: round.unit_path },
    { what: step, ...content },
  )
