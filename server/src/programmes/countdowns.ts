import { localDate } from '@luoshi/rules/local-time'
import { daysBetween } from '@luoshi/rules/plain-date'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

export type Countdown = { readonly text: string; readonly on: string; readonly days: number }

/** The day each programme counts down to: the one that was chosen, else the next milestone ahead. */
export const countdownsOf = async (
  { db, actor, clock }: Pick<Context, 'db' | 'actor' | 'clock'>,
  programmeIds: readonly string[],
): Promise<ReadonlyMap<string, Countdown>> => {
  const today = localDate(clock.now())
  const { rows } = await sql<{ programme_id: string; text: string; on_day: string }>`
    select distinct on (m.programme_id) m.programme_id, m.text, m.on_day
    from milestones m join programmes p on p.tenant_id = m.tenant_id and p.id = m.programme_id
    where m.tenant_id = ${actor.tenantId} and m.programme_id = any(${programmeIds}::uuid[]) and m.withdrawn_at is null
      and (m.on_day >= ${today}::date or m.id = p.countdown_milestone_id)
    order by m.programme_id, (m.id = p.countdown_milestone_id) desc, m.on_day, m.ordinal`.execute(db)
  return new Map(
    rows.map(({ programme_id, text, on_day }) => [
      programme_id,
      { text, on: on_day, days: daysBetween(today, on_day) },
    ]),
  )
}
