import type { AskedKind } from '@luoshi/rules/burden'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Reach } from '../units/reach.ts'
import type { MonthRange } from './month-range.ts'

/** So many of one kind that one unit asked of another. `avoided` was not asked, for the record knew. */
export type Asked = {
  readonly unitId: string
  readonly byId: string
  readonly kind: AskedKind | 'avoided'
  readonly items: number
}

/** Everything asked of units within reach in a month, in one query. */
export const countAsked = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  reach: Reach,
  month: MonthRange,
): Promise<readonly Asked[]> => {
  const t = actor.tenantId
  const of = (column: RawBuilder<unknown>) =>
    reach.kind === 'all' ? sql`true` : sql`${column} = any(${[...reach.ids]}::uuid[])`
  const inMonth = (column: RawBuilder<unknown>) =>
    sql`${column} > ${month.since}::timestamptz and ${column} <= ${month.until}::timestamptz`
  const { rows } = await sql<Asked>`
    select a.unit_id as "unitId", p.unit_id as "byId", 'assignment' as kind, count(*) as items
      from programmes p join assignments a on a.tenant_id = p.tenant_id and a.programme_id = p.id
      where p.tenant_id = ${t} and ${inMonth(sql`p.published_at`)} and a.state <> 'withdrawn' and ${of(sql`a.unit_id`)} group by 1, 2
    union all
    select o.unit_id, p.unit_id, 'occurrence', count(*)
      from occurrences o join duties d on d.tenant_id = o.tenant_id and d.id = o.duty_id
      join programmes p on p.tenant_id = d.tenant_id and p.id = d.programme_id
      where o.tenant_id = ${t} and ${inMonth(sql`o.due_at`)} and ${of(sql`o.unit_id`)} group by 1, 2
    union all
    select c.unit_id, c.office_id, 'case', count(*) from cases c
      where c.tenant_id = ${t} and ${inMonth(sql`c.assigned_at`)} and c.state not in ('merged', 'dismissed') and ${of(sql`c.unit_id`)} group by 1, 2
    union all
    select n.unit_id, n.office_id, 'notice', count(*) from rectification_notices n
      where n.tenant_id = ${t} and ${inMonth(sql`n.issued_at`)} and ${of(sql`n.unit_id`)} group by 1, 2
    union all
    select a.unit_id, p.unit_id, 'again', count(*)
      from assignment_events e join assignments a on a.tenant_id = e.tenant_id and a.id = e.assignment_id
      join programmes p on p.tenant_id = a.tenant_id and p.id = a.programme_id
      where e.tenant_id = ${t} and e.kind = 'return' and ${inMonth(sql`e.at`)} and ${of(sql`a.unit_id`)} group by 1, 2
    union all
    select c.unit_id, c.office_id, 'again', count(*)
      from case_events e join cases c on c.tenant_id = e.tenant_id and c.id = e.case_id
      where e.tenant_id = ${t} and e.kind = 'recheck' and e.content ->> 'passed' = 'false' and ${inMonth(sql`e.at`)} and ${of(sql`c.unit_id`)} group by 1, 2
    union all
    select c.unit_id, c.office_id, 'avoided', count(*)
      from case_events e join cases c on c.tenant_id = e.tenant_id and c.id = e.case_id
      where e.tenant_id = ${t} and e.kind = 'seen-again' and ${inMonth(sql`e.at`)} and ${of(sql`c.unit_id`)} group by 1, 2
    union all
    select e.unit_id, e.unit_id, 'avoided', sum(s.uses - 1)
      from evidence e cross join lateral (
        select count(*) as uses from evidence_serves s where s.tenant_id = e.tenant_id and s.evidence_id = e.id
      ) s where e.tenant_id = ${t} and ${inMonth(sql`e.added_at`)} and s.uses > 1 and ${of(sql`e.unit_id`)} group by 1, 2`.execute(
    db,
  )
  return rows
}
