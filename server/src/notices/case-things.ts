import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import type { Recipient } from './recipients.ts'
import type { Thing } from './thing.ts'

/** What there is to be told of cases: to a unit those that are new, late or sent back, and notices it has not acknowledged; to an office those to look at again; to office and unit those that rose to them. */
export const caseThings = async (
  { db, actor, clock }: Context,
  { workUnits, officePaths, personId }: Recipient,
): Promise<readonly Thing[]> => {
  const now = clock.now()
  const { tenantId } = actor
  const offices = pathArray(officePaths)
  // What rose is told to whoever runs it, and to the unit of its level that stands above where it lies.
  const roseHere = sql`(c.escalated_at is not null and exists (select from units l where l.tenant_id = c.tenant_id
    and c.unit_path <@ l.path and c.unit_path <> l.path and (l.id = any(${workUnits}::uuid[]) or l.path = any(${offices}))
    and l.kind = any(case c.level when 'county' then array['county'] when 'street' then array['street', 'town']
      else array['community', 'village'] end)))`
  const { rows } = await sql<Thing>`
    select 'case:' || c.id || ':' || k.kind || ':' || case k.kind when 'late' then extract(epoch from c.due_at)::bigint
        when 'returned' then c.returned else extract(epoch from c.assigned_at)::bigint end as key,
      k.kind, 'case' as "subjectKind", c.id as "subjectId", c.title as text, u.name as unit, ${dueOn} as "dueOn"
    from cases c
    join units u on u.tenant_id = c.tenant_id and u.id = c.unit_id
    cross join lateral (select case when c.due_at < ${now} then 'late' when c.returned > 0 and c.state = 'in-hand' then 'returned'
      when c.state = 'assigned' then 'assigned' end as kind) k
    where c.tenant_id = ${tenantId} and c.unit_id = any(${workUnits}::uuid[])
      and c.state in ('assigned', 'accepted', 'in-hand') and k.kind is not null
    union all
    select 'notice:' || n.id, 'notice', 'rectification-notice', n.id, '整改〔' || n.year || '〕' || n.serial || '号', u.name, n.due_on::text
    from rectification_notices n
    join units u on u.tenant_id = n.tenant_id and u.id = n.unit_id
    where n.tenant_id = ${tenantId} and n.unit_id = any(${workUnits}::uuid[]) and n.acknowledged_at is null
    union all
    select 'case:' || c.id || ':' || k.kind || ':' || case k.kind when 'risen' then c.level else c.version::text end, k.kind, 'case',
      c.id, c.title, u.name, ${dueOn}
    from cases c
    join units u on u.tenant_id = c.tenant_id and u.id = c.unit_id
    cross join lateral (select case when c.state = 'submitted' then 'submitted' else 'risen' end as kind) k
    where c.tenant_id = ${tenantId} and (
      (c.state = 'submitted' and c.office_path <@ any(${offices}) and c.submitted_by is distinct from ${personId}::uuid)
      or (c.state in ('assigned', 'accepted', 'in-hand') and c.escalated_at is not null
        and (c.office_path <@ any(${offices}) or ${roseHere})))`.execute(db)
  return rows
}

const dueOn = sql`(c.due_at at time zone 'Asia/Shanghai')::date::text`
