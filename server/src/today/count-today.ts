import type { Today } from '@luoshi/contract/today'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitsIn } from '../programmes/progress-counts.ts'
import type { Reach } from '../units/reach.ts'
import { openDuty, openWork, type Stretches } from './stretches.ts'
import { decideConditions } from './to-decide.ts'

type Counts = Omit<Today['counts'], 'rounds' | 'cases' | 'plans'>

/** The figures of work, duties and decisions: whole, not of what is shown. */
export const countToday = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  reach: Reach,
  deciding: Reach,
  { now, tonight, soon }: Stretches,
): Promise<Counts> => {
  const work = await sql<Omit<Counts, 'decide'>>`
    select count(*) filter (where ${openWork} and a.due_at <= ${now}) as late,
      count(*) filter (where ${openWork} and a.due_at > ${now} and a.due_at <= ${tonight}::timestamptz) as today,
      count(*) filter (where ${openWork} and a.due_at > ${tonight}::timestamptz and a.due_at <= ${soon}::timestamptz) as soon,
      count(*) filter (where a.state = 'submitted') as waiting, count(*) filter (where a.state = 'confirmed') as confirmed, count(*) as total
    from assignments a where a.tenant_id = ${actor.tenantId} and a.state <> 'withdrawn' and ${unitsIn(reach)}`.execute(
    db,
  )
  const duty = await sql<Pick<Counts, 'late' | 'today' | 'soon'>>`
    select count(*) filter (where a.due_at <= ${now}) as late,
      count(*) filter (where a.due_at > ${now} and a.due_at <= ${tonight}::timestamptz) as today,
      count(*) filter (where a.due_at > ${tonight}::timestamptz and a.due_at <= ${soon}::timestamptz) as soon
    from occurrences a where a.tenant_id = ${actor.tenantId} and ${openDuty(now)} and ${unitsIn(reach)}
      and a.due_at <= ${soon}::timestamptz`.execute(db)
  const waiting = await sql<Pick<Counts, 'decide'>>`
    select count(*) as decide from assignments a
    where a.tenant_id = ${actor.tenantId} and ${decideConditions(actor.personId)} and ${unitsIn(deciding)}`.execute(db)
  const [one, other, decide] = [work.rows[0] ?? none, duty.rows[0] ?? none, waiting.rows[0] ?? none]
  return {
    ...one,
    late: one.late + other.late,
    today: one.today + other.today,
    soon: one.soon + other.soon,
    decide: decide.decide,
  }
}

const none: Counts = { late: 0, today: 0, decide: 0, soon: 0, waiting: 0, confirmed: 0, total: 0 }
