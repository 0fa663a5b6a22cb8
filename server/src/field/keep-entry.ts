import type { EntryWritten } from '@luoshi/contract/field'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { attempt } from './attempt.ts'
import type { KeptProblem } from './problem-kept.ts'
import { groundFor, takeEntry } from './take-entry.ts'

/** Keeps an entry whole, with the Problem it met. */
export const keepEntry = async (context: Context, entry: EntryWritten, problem: KeptProblem): Promise<void> => {
  const { db, actor } = context
  await db
    .updateTable('deliveries')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', entry.id)
    .set({ outcome: 'kept', content: JSON.stringify(entry), problem: JSON.stringify(problem) })
    .execute()
  await record(context, 'visit.record', { kind: 'delivery', id: entry.id }, { kept: problem.code, entry: entry.kind })
}

/** Tries a kept entry once more, as its writer; says what it meets now. */
export const retryKept = async (
  context: Context,
  entry: EntryWritten,
  clockErrorMs: number,
): Promise<KeptProblem | null> => {
  const ground = await groundFor(context, [entry])
  const problem = await attempt(context, () => takeEntry(context, ground, entry, clockErrorMs))
  await context.db
    .updateTable('deliveries')
    .where('tenant_id', '=', context.actor.tenantId)
    .where('id', '=', entry.id)
    .set(problem === null ? { outcome: 'accepted', problem: null } : { problem: JSON.stringify(problem) })
    .execute()
  return problem
}

/** A step that came before the one it follows is taken when that one has come. */
export const retryStepsOf = async (
  context: Context,
  caseIds: readonly string[],
  clockErrorMs: number,
): Promise<void> => {
  if (caseIds.length === 0) return
  const { db, actor } = context
  for (;;) {
    const rows = await db
      .selectFrom('deliveries')
      .where('tenant_id', '=', actor.tenantId)
      .where('person_id', '=', actor.personId)
      .where('outcome', '=', 'kept')
      .where('kind', '=', 'case-step')
      .orderBy('written_at')
      .select('content')
      .execute()
    const entries = rows
      .map(({ content }) => content as EntryWritten) // kept as it was parsed
      .filter(entry => entry.kind === 'case-step' && caseIds.includes(entry.step.caseId))
    let taken = 0
    for (const entry of entries) if ((await retryKept(context, entry, clockErrorMs)) === null) taken += 1
    if (taken === 0) return
  }
}
