import { mendingStates } from '@luoshi/rules/case-machine'
import { deadlineInstant, localDate } from '@luoshi/rules/local-time'
import type { Context } from '../context.ts'
import { askedFor, decidedOn } from '../extensions/more-time.ts'
import { Problem } from '../problem.ts'
import { lockCase } from './lock-case.ts'
import { noteCaseEvent } from './note-event.ts'

export type Asking = {
  readonly id: string
  readonly version: number | null
  readonly until: string
  readonly reason: string
}

/** Asks for more time, also when it has run out. */
export const askForTimeOnCase = async (context: Context, { id, version, until, reason }: Asking): Promise<void> => {
  const { db, actor } = context
  const row = await lockCase(context, id, 'case.extend-request', version)
  if (!mendingStates.some(state => state === row.state)) throw new Problem('state-forbids', { state: row.state })
  const before = await db
    .selectFrom('case_extensions')
    .where('tenant_id', '=', actor.tenantId)
    .where('case_id', '=', id)
    .selectAll()
    .execute()
  const work = { dueOn: localDate(row.due_at), state: row.state, before }
  await db
    .insertInto('case_extensions')
    .values({ ...askedFor(context, work, { until, reason }), case_id: id })
    .execute()
  await touch(context, id, {})
  await noteCaseEvent(context, row, 'case.extend-request', {
    kind: 'extension-asked',
    note: reason,
    content: { until },
  })
}

export type Deciding = {
  readonly id: string
  readonly extensionId: string
  readonly granted: boolean
  readonly note?: string | undefined
}

/** Grants or refuses more time; who asked does not decide. Granted, the new day is the deadline. */
export const decideTimeOnCase = async (context: Context, input: Deciding): Promise<void> => {
  const { db, actor } = context
  const row = await lockCase(context, input.id, 'case.extend-decide', null)
  const extension = await db
    .selectFrom('case_extensions')
    .where('tenant_id', '=', actor.tenantId)
    .where('case_id', '=', input.id)
    .where('id', '=', input.extensionId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!extension) throw new Problem('not-found', { noun: 'extension' })
  await db
    .updateTable('case_extensions')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', extension.id)
    .set(decidedOn(context, extension, input))
    .execute()
  const { until } = extension
  const isMending = mendingStates.some(state => state === row.state)
  await touch(context, input.id, input.granted && isMending ? { due_at: deadlineInstant(until) } : {})
  await noteCaseEvent(context, row, 'case.extend-decide', {
    kind: input.granted ? 'extension-granted' : 'extension-refused',
    note: input.note,
    content: { until },
  })
}

const touch = async (
  { db, actor, clock }: Context,
  id: string,
  changes: { readonly due_at?: string },
): Promise<void> => {
  await db
    .updateTable('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set(eb => ({ ...changes, changed_at: clock.now(), version: eb('version', '+', 1) }))
    .execute()
}
