import {
  type AssignmentEvent,
  type AssignmentRefusal,
  type AssignmentState,
  moveAssignment,
} from '@luoshi/rules/assignment-machine'
import type { Context } from '../context.ts'
import { hasEvidence, linkEvidence } from '../evidence/link-evidence.ts'
import { Problem } from '../problem.ts'
import { type LockedAssignment, lockAssignment } from './lock-assignment.ts'
import { noteEvent } from './note-event.ts'

export type EventInput = { readonly id: string; readonly version: number; readonly note?: string | undefined }

/** Does it and answers nothing; refuses what may not be, is stale, or does not come next. */
export const applyEvent = async (
  context: Context,
  { id, version, note }: EventInput,
  event: AssignmentEvent,
  first: (assignment: LockedAssignment) => Promise<void> = async () => {},
): Promise<void> => {
  const { db, actor, clock } = context
  const action = `assignment.${event.kind}` as const
  const assignment = await lockAssignment(context, id, action, version)
  const { state, progress, submitted_by: submittedBy } = assignment
  const moved = moveAssignment({ state: state as AssignmentState, progress, submittedBy }, event)
  if (!moved.ok) throw refusalOf(moved.refusal, state)
  await first(assignment)
  const now = clock.now()
  await db
    .updateTable('assignments')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set({
      state: moved.value.state,
      progress: moved.value.progress,
      submitted_by: moved.value.submittedBy,
      changed_at: now,
      version: version + 1,
      ...(event.kind === 'submit' && { submitted_at: now }),
      ...(event.kind === 'confirm' && { confirmed_by: actor.personId, confirmed_at: now }),
      ...(event.kind === 'return' && { confirmed_by: null, confirmed_at: null }),
    })
    .execute()
  const told = event.kind === 'progress' ? { note, progress: event.progress } : { note }
  await noteEvent(context, assignment, action, { kind: event.kind, ...told })
}

/** What shows it: evidence, or words. What is on file for it already is not asked for again. */
export const withEvidence =
  (context: Context, note: string | undefined, evidenceIds: readonly string[]) =>
  async ({ id }: LockedAssignment): Promise<void> => {
    const subject = { kind: 'assignment', id } as const
    await linkEvidence(context, evidenceIds, subject)
    if (!note && !(await hasEvidence(context, subject))) throw new Problem('evidence-required')
  }

const refusalOf = (refusal: AssignmentRefusal, state: string): Problem => {
  switch (refusal) {
    case 'confirmed-by-submitter':
      return new Problem('own-submission')
    case 'reason-missing':
      return new Problem('reason-required')
    case 'progress-out-of-range':
      return new Problem('input-invalid', {}, [{ field: 'progress', message: '0–100' }])
    case 'not-from-here':
      return new Problem('state-forbids', { state })
  }
}
