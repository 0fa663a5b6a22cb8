import { allowedActions } from '@luoshi/rules/permissions'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { caseSubject, lockCase } from './lock-case.ts'
import { noteCaseEvent } from './note-event.ts'

/** Who takes part says something to everybody who sees the case. Who only reads, such as an auditor, does not. */
export const commentCase = async (
  context: Context,
  { id, note }: { readonly id: string; readonly note: string },
): Promise<void> => {
  const row = await lockCase(context, id, 'case.read', null)
  const parts = allowedActions(context.actor, caseSubject(row, 'case.open'), ['case.open', 'case.list'])
  const [part] = parts
  if (part === undefined) throw new Problem('not-allowed', { action: 'case.open' })
  await noteCaseEvent(context, row, part, { kind: 'comment', note })
}
