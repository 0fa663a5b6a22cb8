import type { AssignmentDetail } from '@luoshi/contract/assignments'
import type { AssignmentEvent } from '@luoshi/rules/assignment-machine'
import type { Context } from '../context.ts'
import { applyEvent, type EventInput, withEvidence } from './apply-event.ts'
import { getAssignment } from './assignment-detail.ts'
import type { LockedAssignment } from './lock-assignment.ts'

export const acceptAssignment = (context: Context, input: EventInput): Promise<AssignmentDetail> =>
  move(context, input, { kind: 'accept', by: context.actor.personId })

export const reportProgress = (
  context: Context,
  input: EventInput & { readonly progress: number },
): Promise<AssignmentDetail> =>
  move(context, input, { kind: 'progress', by: context.actor.personId, progress: input.progress })

/** Submits with what shows that it is done. */
export const submitAssignment = (
  context: Context,
  input: EventInput & { readonly evidenceIds: readonly string[] },
): Promise<AssignmentDetail> =>
  move(
    context,
    input,
    { kind: 'submit', by: context.actor.personId },
    withEvidence(context, input.note, input.evidenceIds),
  )

/** Confirms what another submitted. */
export const confirmAssignment = (context: Context, input: EventInput): Promise<AssignmentDetail> =>
  move(context, input, { kind: 'confirm', by: context.actor.personId })

export const returnAssignment = (
  context: Context,
  { reason, ...input }: EventInput & { readonly reason: string },
): Promise<AssignmentDetail> =>
  move(context, { ...input, note: reason }, { kind: 'return', by: context.actor.personId, reason })

const move = async (
  context: Context,
  input: EventInput,
  event: AssignmentEvent,
  first?: (assignment: LockedAssignment) => Promise<void>,
): Promise<AssignmentDetail> => {
  await applyEvent(context, input, event, first)
  return getAssignment(context, input.id)
}
