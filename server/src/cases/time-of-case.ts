import { caseDeadline, type HandlingLimit } from '@luoshi/rules/case-deadline'
import { levelOf } from '@luoshi/rules/case-escalation'
import { broughtForward, type CaseTurn } from '@luoshi/rules/case-turn'
import { deadlineInstant, type Instant, localDate } from '@luoshi/rules/local-time'
import type { PlainDate } from '@luoshi/rules/plain-date'
import type { UnitKind } from '@luoshi/rules/unit-kind'
import type { Context } from '../context.ts'
import { calendarOf } from '../duties/working-days.ts'
import { Problem } from '../problem.ts'

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

/** What a case gets when it comes to a unit again that had it before: the time that was left of it. */
export const givenBack = (
  { id, path }: UnitToMend,
  { assignedAt, dueAt, level, levelSince, escalatedAt }: CaseTurn,
  dueOn: string | null,
  now: Date,
) => ({
  unit_id: id,
  unit_path: path,
  assigned_at: assignedAt,
  due_at: dueOn === null ? dueAt : notLater(dueAt, dueOn, now),
  level,
  level_since: levelSince,
  escalated_at: escalatedAt,
})

/** The deadline where a day is named for what a unit has already. */
export const notLater = (dueAt: Instant | Date, dueOn: PlainDate, now: Date): Instant => {
  const named = broughtForward(dueAt, dueOn, now)
  if (!named.ok) throw new Problem('deadline-only-earlier', { day: localDate(dueAt) })
  return named.value
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
