import type { CaseLevel } from '@luoshi/rules/case-escalation'
import { type CaseTurn, turnAgain } from '@luoshi/rules/case-turn'
import type { Context } from '../context.ts'
import { calendarOf } from '../duties/working-days.ts'
import { Problem } from '../problem.ts'
import { writeCaseEvent } from './note-event.ts'
import type { CaseTableRow } from './way-of.ts'

/**
 * A case goes from the unit that has it to another, or back to its office: the time that the unit had of it is kept for when it comes
 * again, and what the unit had asked for is settled.
 */
export const leaveUnit = async (context: Context, row: CaseTableRow): Promise<void> => {
  const { db, actor, clock } = context
  if (row.assigned_at === null) return
  const turn = {
    ...{ assigned_at: row.assigned_at, due_at: row.due_at, left_at: clock.now() },
    ...{ level: row.level, level_since: row.level_since, escalated_at: row.escalated_at },
  }
  const whose = { tenant_id: actor.tenantId, case_id: row.id, unit_id: row.unit_id, life: row.relapses }
  await db
    .insertInto('case_turns')
    .values({ ...whose, ...turn })
    .onConflict(conflict => conflict.columns(['tenant_id', 'case_id', 'unit_id', 'life']).doUpdateSet(turn))
    .execute()
  await settleAsk(context, row.id)
}

/** The time that a unit goes on with, where it had the case before; its turn has begun again. */
export const takeTurn = async (
  { db, actor, clock }: Context,
  { id, relapses }: Pick<CaseTableRow, 'id' | 'relapses'>,
  unitId: string,
): Promise<CaseTurn | null> => {
  const row = await db
    .deleteFrom('case_turns')
    .where('tenant_id', '=', actor.tenantId)
    .where('case_id', '=', id)
    .where('unit_id', '=', unitId)
    .where('life', '=', relapses)
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  const turn = {
    ...{ assignedAt: row.assigned_at, dueAt: row.due_at, leftAt: row.left_at, levelSince: row.level_since },
    ...{ level: row.level as CaseLevel, escalatedAt: row.escalated_at }, // checked by the table
  }
  return turnAgain(turn, clock.now(), await calendarOf(db, actor.tenantId))
}

/** Who asked for more time of a case does not get it more time by another door. */
export const refuseAsker = async ({ db, actor }: Context, caseId: string): Promise<void> => {
  const ask = await db
    .selectFrom('case_extensions')
    .where('tenant_id', '=', actor.tenantId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'asked')
    .where('asked_by', '=', actor.personId)
    .select('id')
    .executeTakeFirst()
  if (ask) throw new Problem('own-submission')
}

/** The time was asked for a unit that has the case no longer: nobody decides on it. */
const settleAsk = async (context: Context, caseId: string): Promise<void> => {
  const { db, actor, clock } = context
  const ask = await db
    .updateTable('case_extensions')
    .where('tenant_id', '=', actor.tenantId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'asked')
    .set({ state: 'refused', decided_at: clock.now() })
    .returning('until')
    .executeTakeFirst()
  if (ask) await writeCaseEvent(context, caseId, { kind: 'extension-lapsed', content: { until: ask.until } })
}
