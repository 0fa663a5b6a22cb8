import { sql } from 'kysely'
import type { Scoped } from '../db/in-tenant.ts'
import type { TaskTableRow } from './task-table.ts'

type Row = Omit<TaskTableRow, 'lead' | 'responsible' | 'support'> & {
  readonly parties: readonly { readonly part: 'lead' | 'responsible' | 'support'; readonly name: string }[] | null
}

/** The tasks of a programme in the order of the plan, with their parties as the plan names them. */
export const tasksOfProgramme = async (
  db: Scoped,
  tenantId: string,
  programmeId: string,
): Promise<readonly TaskTableRow[]> => {
  const { rows } = await sql<Row>`
    select t.section, t.text, p.name as phase, t.due_on as "dueOn",
      (select jsonb_agg(jsonb_build_object('part', tp.part, 'name', tp.name)) from task_parties tp
        where tp.tenant_id = t.tenant_id and tp.task_id = t.id) as parties
    from tasks t left join phases p on p.tenant_id = t.tenant_id and p.id = t.phase_id
    where t.tenant_id = ${tenantId} and t.programme_id = ${programmeId} and t.withdrawn_at is null
    order by t.ordinal, t.id`.execute(db)
  return rows.map(({ parties, ...row }) => {
    const of = (part: 'lead' | 'responsible' | 'support') =>
      (parties ?? []).filter(party => party.part === part).map(party => party.name)
    return { ...row, lead: of('lead'), responsible: of('responsible'), support: of('support') }
  })
}
