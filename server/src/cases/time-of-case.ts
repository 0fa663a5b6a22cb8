import { caseDeadline, type HandlingLimit } from '@luoshi/rules/case-deadline'
import { levelOf } from '@luoshi/rules/case-escalation'
import { deadlineInstant } from '@luoshi/rules/local-time'
import type { UnitKind } from '@luoshi/rules/unit-kind'
import type { Context } from '../context.ts'
import { calendarOf } from '../duties/working-days.ts'

export type CategoryLimit = { readonly limit_amount: number; readonly limit_unit: string }

export type UnitToMend = { readonly id: string; readonly path: string; readonly kind: string }

/** What a case gets when a unit gets it: whose it is, until when, and on which level it begins. */
export const givenTo = async (
  { db, actor, clock }: Pick<Context, 'db' | 'actor' | 'clock'>,
  unit: UnitToMend,
  category: CategoryLimit,
  dueOn: string | null = null,
) => {
  const now = clock.now()
  return {
    unit_id: unit.id,
    unit_path: unit.path,
    assigned_at: now,
    due_at:
      dueOn === null
        ? caseDeadline(now, limitOf(category), await calendarOf(db, actor.tenantId))
        : deadlineInstant(dueOn),
    level: levelOf(unit.kind as UnitKind), // checked by the table
    level_since: now,
    escalated_at: null,
  }
}

/** What a case loses when it goes back to its office to be assigned. */
export const backTo = ({ office_id, office_path }: { readonly office_id: string; readonly office_path: string }) => ({
  unit_id: office_id,
  unit_path: office_path,
  assigned_at: null,
  due_at: 'infinity',
})

const limitOf = ({ limit_amount, limit_unit }: CategoryLimit): HandlingLimit => ({
  amount: limit_amount,
  unit: limit_unit as HandlingLimit['unit'], // checked by the table
})
