import type { ProgrammeOverview } from '@luoshi/contract/programmes'
import { taskName } from '@luoshi/rules/task-name'
import { sql } from 'kysely'
import type { EventKind } from '../assignments/note-event.ts'
import type { Context } from '../context.ts'
import type { Reach } from '../units/reach.ts'
import { unitRef } from '../units/unit-ref.ts'
import { unitsIn } from './progress-counts.ts'

const SHOWN = 20

/** What was done last. */
export const latestOf = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  programmeId: string,
  reach: Reach,
): Promise<ProgrammeOverview['latest']> => {
  const { rows } = await sql<Row>`
    select e.at, p.name as who, e.kind, t.text, u.id as unit_id, u.name as unit_name, u.kind as unit_kind, a.id
    from assignment_events e
    join assignments a on a.tenant_id = e.tenant_id and a.id = e.assignment_id
    join tasks t on t.tenant_id = a.tenant_id and t.id = a.task_id
    join units u on u.tenant_id = a.tenant_id and u.id = a.unit_id
    join people p on p.tenant_id = e.tenant_id and p.id = e.person_id
    where e.tenant_id = ${actor.tenantId} and a.programme_id = ${programmeId} and ${unitsIn(reach)}
    order by e.at desc, e.id desc limit ${SHOWN}`.execute(db)
  return rows.map(row => ({
    at: row.at.toISOString(),
    who: row.who,
    did: row.kind,
    task: brief(taskName(row.text)),
    unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
    assignmentId: row.id,
  }))
}

type Row = {
  readonly at: Date
  readonly who: string
  readonly kind: EventKind
  readonly text: string
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly id: string
}

const brief = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name)
