import type { EntryWritten } from '@luoshi/contract/field'
import type { Context } from '../context.ts'
import { applyRecord } from '../duties/move-occurrence.ts'
import { awaitPhotos } from '../evidence/await-photos.ts'
import { Problem } from '../problem.ts'
import { believable } from '../visits/believable-moments.ts'
import { recordVisit } from '../visits/record-visit.ts'
import { type Ground, groundOf } from '../visits/visit-ground.ts'
import { shownBy } from './shown-by.ts'
import { stepFromField } from './step-from-field.ts'
import { takeFinding } from './take-finding.ts'

/** What the visits among the entries are judged by. */
export const groundFor = (context: Context, entries: readonly EntryWritten[]): Promise<Ground> =>
  groundOf(
    context,
    entries.flatMap(entry => (entry.kind === 'visit' ? [entry.visit] : [])),
  )

/** When an entry came, however long it was kept since, and how far its phone's clock was ahead. */
export type Arrival = { readonly at: Date; readonly clockErrorMs: number }

/** Does what an entry says, as its writer, or throws the Problem that it meets. */
export const takeEntry = async (
  context: Context,
  ground: Ground,
  entry: EntryWritten,
  { at, clockErrorMs }: Arrival,
): Promise<void> => {
  switch (entry.kind) {
    case 'visit': {
      const { id, deviceId, writtenAt } = entry
      return recordVisit(context, ground, entry.visit, { entryId: id, deviceId, writtenAt, clockErrorMs })
    }
    case 'finding':
      return takeFinding(context, entry.finding, at)
    case 'occurrence':
      return takeOccurrence(context, entry.occurrence, at)
    case 'case-step':
      return stepFromField(context, entry.step, at)
  }
}

type Done = Extract<EntryWritten, { kind: 'occurrence' }>['occurrence']

/** Done when the phone says, not when it arrived: a day without a signal makes nobody late. */
const takeOccurrence = async (context: Context, { id, note, doneAt, photos }: Done, arrivedAt: Date): Promise<void> => {
  const { db, actor } = context
  const row = await db
    .selectFrom('occurrences')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .select('unit_id')
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'occurrence' })
  const done = new Date(believable(doneAt, arrivedAt))
  await applyRecord(context, { id, version: null, note, evidenceIds: [], doneAt: done })
  await awaitPhotos(context, shownBy(photos, { kind: 'occurrence', id }, row.unit_id))
}
