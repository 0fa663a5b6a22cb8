import type { Occurrence } from '@luoshi/contract/duties'
import {
  isLateRecord,
  moveOccurrence,
  type OccurrenceEvent,
  type OccurrenceRefusal,
  type OccurrenceState,
  type OccurrenceWay,
} from '@luoshi/rules/occurrence-machine'
import type { Selectable } from 'kysely'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import type { OccurrencesTable } from '../db/tables.ts'
import { linkEvidence } from '../evidence/link-evidence.ts'
import { Problem } from '../problem.ts'
import { actionOf, occurrenceShown, readOccurrences } from './occurrence-rows.ts'

type OccurrenceRow = Selectable<OccurrencesTable>
type Input = { readonly id: string; readonly version: number }

export type RecordInput = {
  readonly id: string
  /** As the actor saw it; null where nobody looked: a phone tells of what it carried days ago. */
  readonly version: number | null
  readonly note?: string | undefined
  readonly evidenceIds: readonly string[]
  /** When it was done, where that was told later. */
  readonly doneAt?: Date
}

/**
 * Records that it was done. What was missed can be recorded late; that it was missed stays, unless it had been done in time and
 * is only told later.
 */
export const recordOccurrence = async (context: Context, input: RecordInput): Promise<Occurrence> => {
  await applyRecord(context, input)
  return shown(context, input.id)
}

/** Records it and answers nothing. */
export const applyRecord = async (context: Context, input: RecordInput): Promise<void> => {
  const { actor, clock } = context
  const now = clock.now()
  await move(context, input, 'record', async row => {
    if (row.opens_at > now) throw new Problem('occurrence-not-open', { opens: row.opens_at.toISOString() })
    await linkEvidence(context, input.evidenceIds, { kind: 'occurrence', id: row.id })
    // Work of a period is not done before it.
    const done = laterOf(input.doneAt ?? now, row.opens_at)
    // What is made again after a return keeps the punctuality of the first.
    const kept = row.state === 'returned' ? earlierOf(done, row.done_at ?? done) : done
    return {
      event: { kind: 'record', by: actor.personId, late: isLateRecord(row.due_at, done) },
      changes: { note: input.note || null, recorded_by: actor.personId, recorded_at: now, done_at: kept },
      content: { ...(input.doneAt && { doneAt: done.toISOString() }), ...(row.note && { noteBefore: row.note }) },
    }
  })
}

const laterOf = (one: Date, other: Date): Date => new Date(Math.max(one.getTime(), other.getTime()))

const earlierOf = (one: Date, other: Date): Date => new Date(Math.min(one.getTime(), other.getTime()))

/** Returns a record with a reason. */
export const returnOccurrence = async (
  context: Context,
  input: Input & { readonly reason: string },
): Promise<Occurrence> => {
  await move(context, input, 'return', async () => ({
    event: { kind: 'return', by: context.actor.personId, reason: input.reason },
    changes: { note: input.reason },
  }))
  return shown(context, input.id)
}

/** Excuses a missed one with a reason; that it was missed stays on record. */
export const excuseOccurrence = async (
  context: Context,
  input: Input & { readonly reason: string },
): Promise<Occurrence> => {
  await move(context, input, 'excuse', async () => ({
    event: { kind: 'excuse', by: context.actor.personId, reason: input.reason },
    changes: { note: input.reason },
  }))
  return shown(context, input.id)
}

type Step = {
  readonly event: Exclude<OccurrenceEvent, { kind: 'miss' }>
  readonly changes: {
    readonly note: string | null
    readonly recorded_by?: string
    readonly recorded_at?: Date
    readonly done_at?: Date
  }
  readonly content?: Readonly<Record<string, unknown>>
}

const move = async (
  context: Context,
  { id, version }: Pick<RecordInput, 'id' | 'version'>,
  kind: keyof typeof actionOf,
  step: (row: OccurrenceRow) => Promise<Step>,
): Promise<void> => {
  const { db, actor } = context
  const row = await lock(context, id)
  const subject = { tenantId: row.tenant_id, unitPath: row.unit_path }
  allow(actor, 'occurrence.read', subject)
  allow(actor, actionOf[kind], subject)
  if (version !== null && row.version !== version) throw new Problem('version-stale', { current: row.version })
  const { event, changes, content } = await step(row)
  const moved = moveOccurrence(wayOf(row), event)
  if (!moved.ok) throw refusalOf(moved.refusal, row.state)
  const missUndone = row.missed_at !== null && !moved.value.missed
  await db
    .updateTable('occurrences')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set({ ...changes, ...(missUndone && { missed_at: null }), state: moved.value.state, version: row.version + 1 })
    .execute()
  const about = { kind: 'occurrence', id, name: row.period, unitPath: row.unit_path }
  await record(context, actionOf[kind], about, {
    ...{ from: row.state, to: moved.value.state, ...content },
    ...(missUndone && { missUndone: row.missed_at?.toISOString() }),
  })
}

const wayOf = ({ state, recorded_by, done_at, due_at, missed_at }: OccurrenceRow): OccurrenceWay => ({
  state: state as OccurrenceState, // checked by the table
  recordedBy: recorded_by,
  late: done_at !== null && isLateRecord(due_at, done_at),
  missed: missed_at !== null,
})

const shown = async (context: Context, id: string): Promise<Occurrence> => {
  const [row] = await readOccurrences(context, [id])
  if (!row) throw new Error('An occurrence that is held is gone.')
  return occurrenceShown(row, context)
}

const lock = async ({ db, actor }: Context, id: string): Promise<OccurrenceRow> => {
  const row = await db
    .selectFrom('occurrences')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'occurrence' })
  return row
}

const refusalOf = (refusal: OccurrenceRefusal, state: string): Problem => {
  switch (refusal) {
    case 'confirmed-by-recorder':
      return new Problem('own-submission')
    case 'reason-missing':
      return new Problem('reason-required')
    case 'not-from-here':
      return new Problem('state-forbids', { state })
  }
}
