import type { EntryWritten, Receipt } from '@luoshi/contract/field'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import type { Language } from '../http/language.ts'
import { Problem } from '../problem.ts'
import { retryKept } from './keep-entry.ts'
import { entryIsKnownTo } from './kept.ts'
import { toldProblem } from './problem-kept.ts'
import { writerOf } from './writer-of.ts'

export type Settling = { readonly id: string; readonly how: 'retry' | 'aside'; readonly note: string }

/**
 * Takes a kept entry after all, as its writer and by the rights the writer has now, or puts it aside with a note. Its content stays
 * on record either way.
 */
export const settleKept = async (
  context: Context,
  { id, how, note }: Settling,
  language: Language,
): Promise<Receipt> => {
  const { db, actor, clock } = context
  const row = await db
    .selectFrom('deliveries as d')
    .where('d.tenant_id', '=', actor.tenantId)
    .where('d.id', '=', id)
    .where(entryIsKnownTo(actor))
    .select(['d.person_id', 'd.unit_path', 'd.outcome', 'd.content', 'd.kind', 'd.received_at'])
    .forUpdate('d')
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { noun: 'delivery' })
  allow(actor, 'delivery.settle', { tenantId: actor.tenantId, unitPath: row.unit_path })
  if (row.outcome !== 'kept') throw new Problem('state-forbids', { state: row.outcome })
  if (how === 'aside' && note.length < 2) throw new Problem('reason-required')

  const about = { kind: 'delivery', id, unitPath: row.unit_path }
  await record(context, 'delivery.settle', about, { what: how, note, entry: row.kind })
  if (how === 'retry') {
    const writer = { ...context, actor: await writerOf(context, row.person_id) }
    const problem = await retryKept(writer, row.content as EntryWritten, row.received_at) // kept as it was parsed
    if (problem !== null) return { id, outcome: 'kept', problem: toldProblem(problem, language) }
  }
  await db
    .updateTable('deliveries')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set({ outcome: how === 'retry' ? 'accepted' : 'settled', settled_by: actor.personId, settled_at: clock.now() })
    .execute()
  return { id, outcome: 'already', problem: null }
}
