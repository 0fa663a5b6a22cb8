import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** What has been given out and what is done of it. */
export type Work = { readonly assignments: number; readonly finished: number }

export const noWork: Work = { assignments: 0, finished: 0 }

/** The work under each task and each duty of a programme, by their ids. */
export const workOf = async (
  { db, actor, clock }: Pick<Context, 'db' | 'actor' | 'clock'>,
  programmeId: string,
): Promise<ReadonlyMap<string, Work>> => {
  const { rows } = await sql<Work & { readonly id: string }>`
    select task_id as id, count(*) as assignments, count(*) filter (where state in ('submitted', 'confirmed')) as finished
    from assignments where tenant_id = ${actor.tenantId} and programme_id = ${programmeId} and state <> 'withdrawn'
    group by 1
    union all
    select duty_id, count(*) filter (where opens_at <= ${clock.now()}), count(*) filter (where state in ('recorded', 'confirmed'))
    from occurrences where tenant_id = ${actor.tenantId} and programme_id = ${programmeId} group by 1`.execute(db)
  return new Map(rows.map(({ id, ...work }) => [id, work]))
}
