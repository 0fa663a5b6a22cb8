import { deadlineInstant, localDate } from '@luoshi/rules/local-time'
import { soonDays } from '@luoshi/rules/overdue'
import { addDays } from '@luoshi/rules/plain-date'
import { type RawBuilder, sql } from 'kysely'
import { openStates } from '../assignments/assignment-rows.ts'
import type { Context } from '../context.ts'
import type { Reach } from '../units/reach.ts'

export type Progress = {
  readonly total: number
  readonly confirmed: number
  readonly submitted: number
  readonly late: number
  readonly soon: number
}

export const noProgress: Progress = { total: 0, confirmed: 0, submitted: 0, late: 0, soon: 0 }

type Counted = Progress & { readonly key: string }

/** How assignments stand within reach, by programme or by unit. */
export const progressBy = async (
  { db, actor, clock }: Pick<Context, 'db' | 'actor' | 'clock'>,
  by: 'programme_id' | 'unit_id',
  programmeIds: readonly string[],
  reach: Reach,
): Promise<ReadonlyMap<string, Progress>> => {
  const now = clock.now()
  const soon = deadlineInstant(addDays(localDate(now), soonDays))
  const open = sql`a.state in (${sql.join(openStates.map(state => sql.lit(state)))})`
  const { rows } = await sql<Counted>`
    select ${sql.ref(`a.${by}`)} as key, count(*) as total,
      count(*) filter (where a.state = 'confirmed') as confirmed,
      count(*) filter (where a.state = 'submitted') as submitted,
      count(*) filter (where ${open} and a.due_at < ${now}) as late,
      count(*) filter (where ${open} and a.due_at >= ${now} and a.due_at <= ${soon}::timestamptz) as soon
    from assignments a
    where a.tenant_id = ${actor.tenantId} and a.programme_id = any(${programmeIds}::uuid[]) and a.state <> 'withdrawn'
      and ${unitsIn(reach)}
    group by 1`.execute(db)
  return new Map(rows.map(({ key, ...progress }) => [key, progress]))
}

/** Missed occurrences within reach, by programme. What was excused or done later was missed all the same. */
export const missedBy = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  programmeIds: readonly string[],
  reach: Reach,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ key: string; missed: number }>`
    select a.programme_id as key, count(*) as missed from occurrences a
    where a.tenant_id = ${actor.tenantId} and a.programme_id = any(${programmeIds}::uuid[]) and a.missed_at is not null
      and ${unitsIn(reach)}
    group by 1`.execute(db)
  return new Map(rows.map(({ key, missed }) => [key, missed]))
}

export const unitsIn = (reach: Reach): RawBuilder<unknown> =>
  reach.kind === 'all' ? sql`true` : sql`a.unit_id = any(${reach.ids}::uuid[])`
