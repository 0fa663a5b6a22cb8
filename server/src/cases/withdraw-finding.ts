import { moveCase } from '@luoshi/rules/case-machine'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { findingOf, isHeldUp, letGo } from './case-findings.ts'
import { closedAgain, wayBefore } from './closed-as.ts'
import { resumeLife } from './lives.ts'
import { lockCase } from './lock-case.ts'
import { noteCaseEvent } from './note-event.ts'
import { holdPlace, type Opening } from './open-case.ts'
import { type CaseTableRow, wayOf } from './way-of.ts'

/**
 * Whoever found it takes it back. A case that nothing else holds up, and that nobody has begun to mend, is no case, or is closed as it
 * was before it came back. The house does it: the finder has no right over cases.
 */
export const withdrawFinding = async (
  context: Context,
  finding: Pick<Opening, 'id' | 'pointId' | 'criterionId'>,
  reason: string,
): Promise<void> => {
  const house = { ...context, actor: { ...context.actor, via: 'system' as const } }
  await holdPlace(house, finding)
  const held = await findingOf(house, finding.id)
  if (held === null || held.isWithdrawn) return
  await letGo(house, finding.id)
  const own = await lockCase(house, held.caseId, 'case.open', null)
  const row = own.merged_into === null ? own : await lockCase(house, own.merged_into, 'case.open', null)
  // What was opened by hand stands by itself; a life that is over is not taken back.
  if (row.criterion_id === null || (row === own && held.life !== row.relapses)) return
  if (await isHeldUp(house, row)) return
  await undo(house, row, reason)
}

const undo = async (context: Context, row: CaseTableRow, reason: string): Promise<void> => {
  const { db, actor, clock } = context
  const former = wayBefore(row)
  if (row.relapses > 0 && former === null) return
  const moved = moveCase(wayOf(row), { kind: 'withdraw', former })
  if (!moved.ok) return
  await sql`update cases set state = ${moved.value.state}, relapses = ${moved.value.relapses}, version = version + 1,
      changed_at = ${clock.now()}, ${former === null ? sql`due_at = 'infinity'` : sql`closed_as = null, ${closedAgain}`}
    where tenant_id = ${actor.tenantId} and id = ${row.id}`.execute(db)
  await db
    .deleteFrom('case_turns')
    .where('tenant_id', '=', actor.tenantId)
    .where('case_id', '=', row.id)
    .where('life', '=', row.relapses)
    .execute()
  await resumeLife(context, row)
  const kind = former === null ? 'dismiss' : 'withdraw'
  await noteCaseEvent(context, row, 'case.assign', { kind, note: reason, content: { from: row.state } })
}
