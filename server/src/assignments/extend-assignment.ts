import type { AssignmentDetail } from '@luoshi/contract/assignments'
import { deadlineInstant } from '@luoshi/rules/local-time'
import type { Context } from '../context.ts'
import { askedFor, decidedOn } from '../extensions/more-time.ts'
import { Problem } from '../problem.ts'
import { getAssignment } from './assignment-detail.ts'
import { openStates } from './assignment-rows.ts'
import { lockAssignment } from './lock-assignment.ts'
import { noteEvent } from './note-event.ts'

export type AskInput = {
  readonly id: string
  readonly version: number
  readonly until: string
  readonly reason: string
}

/** Asks for more time, also when it has run out. */
export const askForTime = async (
  context: Context,
  { id, version, until, reason }: AskInput,
): Promise<AssignmentDetail> => {
  const { db, actor } = context
  const assignment = await lockAssignment(context, id, 'assignment.extend-request', version)
  if (!openStates.some(state => state === assignment.state))
    throw new Problem('state-forbids', { state: assignment.state })
  const before = await db
    .selectFrom('extensions')
    .where('tenant_id', '=', actor.tenantId)
    .where('assignment_id', '=', id)
    .selectAll()
    .execute()
  const work = { dueOn: assignment.due_on, state: assignment.state, before }
  await db
    .insertInto('extensions')
    .values({ ...askedFor(context, work, { until, reason }), assignment_id: id })
    .execute()
  await touch(context, id, {})
  const note = `${until}:${reason}`
  await noteEvent(context, assignment, 'assignment.extend-request', { kind: 'extension-asked', note })
  return getAssignment(context, id)
}

export type DecideInput = {
  readonly id: string
  readonly extensionId: string
  readonly granted: boolean
  readonly note?: string | undefined
}

/** Grants or refuses more time; who asked for it does not decide. Granted, the new day is the deadline. */
export const decideOnTime = async (context: Context, input: DecideInput): Promise<AssignmentDetail> => {
  const { db, actor } = context
  const assignment = await lockAssignment(context, input.id, 'assignment.extend-decide', null)
  const extension = await db
    .selectFrom('extensions')
    .where('tenant_id', '=', actor.tenantId)
    .where('assignment_id', '=', input.id)
    .where('id', '=', input.extensionId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!extension) throw new Problem('not-found', { noun: 'extension' })
  await db
    .updateTable('extensions')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', extension.id)
    .set(decidedOn(context, extension, input))
    .execute()
  const { until } = extension
  await touch(context, input.id, input.granted ? { due_on: until, due_at: deadlineInstant(until) } : {})
  await noteEvent(context, assignment, 'assignment.extend-decide', {
    kind: input.granted ? 'extension-granted' : 'extension-refused',
    note: input.note,
  })
  return getAssignment(context, input.id)
}

const touch = async (
  { db, actor, clock }: Context,
  id: string,
  changes: { readonly due_on?: string; readonly due_at?: string },
): Promise<void> => {
  await db
    .updateTable('assignments')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set(eb => ({ ...changes, changed_at: clock.now(), version: eb('version', '+', 1) }))
    .execute()
}
