import { type RawBuilder, sql } from 'kysely'

/** What waits for somebody's decision and was not brought by that person: submitted work, and more time asked for. */
export const decideConditions = (personId: string): RawBuilder<unknown> => sql`(
  (a.state = 'submitted' and a.submitted_by is distinct from ${personId}::uuid)
  or exists (select from extensions e where e.tenant_id = a.tenant_id and e.assignment_id = a.id and e.state = 'asked'
    and e.asked_by <> ${personId}::uuid))`
