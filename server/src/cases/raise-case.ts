import { type CaseLevel, nextLevel } from '@luoshi/rules/case-escalation'
import { mendingStates } from '@luoshi/rules/case-machine'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { lockCase } from './lock-case.ts'
import { noteCaseEvent } from './note-event.ts'

export type Raising = { readonly id: string; readonly version: number; readonly reason: string }

/** Calls the next level before its time, because it cannot be settled here. */
export const raiseCase = async (context: Context, { id, version, reason }: Raising): Promise<void> => {
  const { db, actor, clock } = context
  const row = await lockCase(context, id, 'case.escalate', version)
  const to = nextLevel(row.level as CaseLevel) // checked by the table
  if (!mendingStates.some(state => state === row.state) || to === row.level)
    throw new Problem('state-forbids', { state: row.state })
  const now = clock.now()
  await db
    .updateTable('cases')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .set({ level: to, level_since: now, escalated_at: now, changed_at: now, version: row.version + 1 })
    .execute()
  await noteCaseEvent(context, row, 'case.escalate', { kind: 'escalate', note: reason, content: { to } })
}
