import type { Action } from '@luoshi/rules/action'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import type { LockedAssignment } from './lock-assignment.ts'

export type EventKind =
  | 'accept'
  | 'progress'
  | 'submit'
  | 'confirm'
  | 'return'
  | 'withdraw'
  | 'extension-asked'
  | 'extension-granted'
  | 'extension-refused'

/** Writes what happened into the assignment's own life and into the audit. */
export const noteEvent = async (
  context: Context,
  assignment: LockedAssignment,
  action: Action,
  event: { readonly kind: EventKind; readonly note?: string | undefined; readonly progress?: number },
): Promise<void> => {
  const { db, actor, ids, clock } = context
  await db
    .insertInto('assignment_events')
    .values({
      tenant_id: actor.tenantId,
      id: ids.next(),
      assignment_id: assignment.id,
      at: clock.now(),
      person_id: actor.personId,
      kind: event.kind,
      note: event.note || null,
      progress: event.progress ?? null,
    })
    .execute()
  const { id, text, unit_path: unitPath, state } = assignment
  const subject = { kind: 'assignment', id, name: text.slice(0, 120), unitPath }
  await record(context, action, subject, { from: state, event: event.kind })
}
