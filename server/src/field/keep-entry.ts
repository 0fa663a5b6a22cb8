import type { EntryWritten } from '@luoshi/contract/field'
import { sql } from 'kysely'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { attempt } from './attempt.ts'
import type { KeptProblem } from './problem-kept.ts'
import { groundFor, takeEntry } from './take-entry.ts'
import { writerOf } from './writer-of.ts'

/** Keeps an entry whole, with the Problem it met. */
export const keepEntry = async (context: Context, entry: EntryWritten, problem: KeptProblem): Promise<void> => {
  const { db, actor } = context
  await db
    .updateTable('deliveries')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', entry.id)
    .set({ outcome: 'kept', content: JSON.stringify(entry), problem: JSON.stringify(problem) })
    .execute()
  await record(
    context,
    'visit.record',
    { kind: 'delivery', id: entry.id },
    { what: 'kept', problem: problem.code, entry: entry.kind },
  )
}

/** Tries a kept entry once more, as its writer; says what it meets now. */
export const retryKept = async (
  context: Context,
  entry: EntryWritten,
  arrivedAt: Date,
): Promise<KeptProblem | null> => {
  const ground = await groundFor(context, [entry])
  const problem = await attempt(context, () => takeEntry(context, ground, entry, { at: arrivedAt, clockErrorMs: 0 }))
  await context.db
    .updateTable('deliveries')
    .where('tenant_id', '=', context.actor.tenantId)
    .where('id', '=', entry.id)
    .set(problem === null ? { outcome: 'accepted', problem: null } : { problem: JSON.stringify(problem) })
    .execute()
  return problem
}

/** A step that came before the one it follows, whoever took either, is taken when that one has come; in the order in which they were done. */
export const retryStepsOf = async (context: Context, caseIds: readonly string[]): Promise<void> => {
  if (caseIds.length === 0) return
  const { db, actor } = context
  for (;;) {
    const { rows } = await sql<{ person_id: string; received_at: Date; content: EntryWritten }>`
      select person_id, received_at, content from deliveries
      where tenant_id = ${actor.tenantId} and outcome = 'kept' and kind = 'case-step'
        and content #>> '{step,caseId}' = any(${caseIds}::text[])
      order by (content #>> '{step,doneAt}')::timestamptz, id for update skip locked`.execute(db)
    let taken = 0
    for (const { person_id, received_at, content } of rows) {
      const writer = person_id === actor.personId ? actor : await writerOf(context, person_id)
      if ((await retryKept({ ...context, actor: writer }, content, received_at)) === null) taken += 1
    }
    if (taken === 0) return
  }
}
