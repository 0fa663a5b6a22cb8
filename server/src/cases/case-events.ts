import type { CaseDetail } from '@luoshi/contract/cases'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

export type CaseLife = CaseDetail['events']

/** What happened, in order. */
export const eventsOfCase = async ({ db, actor }: Context, id: string): Promise<CaseLife> => {
  const rows = await db
    .selectFrom('case_events as e')
    .leftJoin('people as p', join => join.onRef('p.tenant_id', '=', 'e.tenant_id').onRef('p.id', '=', 'e.person_id'))
    .where('e.tenant_id', '=', actor.tenantId)
    .where('e.case_id', '=', id)
    .orderBy('e.at')
    // Its id is the finding's, which sorts by nothing.
    .orderBy(sql`e.kind = 'open'`, 'desc')
    .orderBy('e.id')
    .select(['e.id', 'e.at', 'e.person_id', 'p.name', 'e.kind', 'e.note', 'e.content'])
    .execute()
  return rows.map(({ at, person_id, name, content, ...event }) => ({
    ...event,
    at: at.toISOString(),
    who: person_id === null || name === null ? null : { id: person_id, name },
    content: content as Record<string, unknown>, // an object, as every event writes it
  }))
}
