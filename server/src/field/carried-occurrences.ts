import type { Carried } from '@luoshi/contract/field'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'

const daysAhead = 3
const most = 300

type Row = {
  readonly id: string
  readonly text: string
  readonly programme: string
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly period: string
  readonly due_at: Date
  readonly state: string
  readonly version: number
  readonly total: number
}

/** Recurring work of one's own units that is open now or will be within the days a phone may be without a signal; and how much more there is. */
export const carriedOccurrences = async (
  { db, actor, clock }: Context,
  ownUnitIds: readonly string[],
): Promise<{ readonly occurrences: Carried['occurrences']; readonly left: number }> => {
  const until = new Date(clock.now().getTime() + daysAhead * 86_400_000)
  const { rows } = await sql<Row>`
    select o.id, d.text, p.title as programme, o.unit_id, u.name as unit_name, u.kind as unit_kind, o.period, o.due_at, o.state, o.version,
      count(*) over () as total
    from occurrences o
    join duties d on d.tenant_id = o.tenant_id and d.id = o.duty_id
    join programmes p on p.tenant_id = o.tenant_id and p.id = o.programme_id
    join units u on u.tenant_id = o.tenant_id and u.id = o.unit_id
    where o.tenant_id = ${actor.tenantId} and o.unit_id = any(${ownUnitIds}::uuid[])
      and o.state in ('due', 'returned') and o.opens_at <= ${until}
    order by o.due_at, o.id limit ${most}`.execute(db)
  const occurrences = rows.map(row => ({
    id: row.id,
    text: row.text,
    programme: row.programme,
    unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
    period: row.period,
    dueAt: row.due_at.toISOString(),
    state: row.state,
    version: row.version,
  }))
  return { occurrences, left: (rows[0]?.total ?? 0) - rows.length }
}
