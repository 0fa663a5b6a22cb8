import { localDate } from '@luoshi/rules/local-time'
import { soonDays } from '@luoshi/rules/overdue'
import { addDays } from '@luoshi/rules/plain-date'
import { taskName } from '@luoshi/rules/task-name'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import { caseThings } from './case-things.ts'
import type { Recipient } from './recipients.ts'
import type { Thing } from './thing.ts'

/** Everything there is to be told to a recipient as the record stands; whether it was told already is not asked here. */
export const thingsFor = async (context: Context, recipient: Recipient): Promise<readonly Thing[]> => {
  const things = [
    ...(await work(context, recipient)),
    ...(await dueToday(context, recipient)),
    ...(await toDecide(context, recipient)),
    ...(await caseThings(context, recipient)),
    ...(await drawnFor(context, recipient)),
  ]
  return things.map(thing => ({ ...thing, text: taskName(thing.text) }))
}

const work = async ({ db, actor, clock }: Context, { workUnits }: Recipient): Promise<readonly Thing[]> => {
  const now = clock.now()
  const soon = addDays(localDate(now), soonDays)
  const { rows } = await sql<Thing>`
    select 'assignment:' || a.id || ':' || k.kind || ':' ||
        case k.kind when 'returned' then a.version::text when 'assigned' then '' else a.due_on::text end as key,
      k.kind, 'assignment' as "subjectKind", a.id as "subjectId", t.text, u.name as unit, a.due_on::text as "dueOn"
    from assignments a
    join tasks t on t.tenant_id = a.tenant_id and t.id = a.task_id
    join units u on u.tenant_id = a.tenant_id and u.id = a.unit_id
    cross join lateral (select case
      when a.due_at < ${now} then 'late' when a.state = 'returned' then 'returned'
      when a.due_on <= ${soon}::date then 'soon' when a.state = 'assigned' then 'assigned' end as kind) k
    where a.tenant_id = ${actor.tenantId} and a.unit_id = any(${workUnits}::uuid[])
      and a.state in ('assigned', 'accepted', 'in-progress', 'returned') and k.kind is not null
    order by a.due_at, a.id`.execute(db)
  return rows
}

const dueToday = async ({ db, actor, clock }: Context, { workUnits }: Recipient): Promise<readonly Thing[]> => {
  const now = clock.now()
  const tonight = `${localDate(now)}T23:59:59+08:00`
  const twoDaysAgo = new Date(now.getTime() - 2 * 86_400_000)
  const { rows } = await sql<Thing>`
    select 'occurrence:' || o.id || ':' || o.state as key, case o.state when 'missed' then 'missed' else 'occurrence' end as kind,
      'occurrence' as "subjectKind", o.id as "subjectId", d.text, u.name as unit,
      (o.due_at at time zone 'Asia/Shanghai')::date::text as "dueOn"
    from occurrences o
    join duties d on d.tenant_id = o.tenant_id and d.id = o.duty_id
    join units u on u.tenant_id = o.tenant_id and u.id = o.unit_id
    where o.tenant_id = ${actor.tenantId} and o.unit_id = any(${workUnits}::uuid[]) and o.due_at > ${twoDaysAgo}
      and ((o.state in ('due', 'returned') and o.opens_at <= ${tonight} and o.due_at <= ${tonight}) or o.state = 'missed')
    order by o.due_at, o.id`.execute(db)
  return rows
}

const toDecide = async (
  { db, actor, clock }: Context,
  { officePaths, personId }: Recipient,
): Promise<readonly Thing[]> => {
  const weekAgo = new Date(clock.now().getTime() - 7 * 86_400_000)
  const { rows } = await sql<Thing>`
    select 'assignment:' || a.id || ':submitted:' || a.version as key, 'submitted' as kind, 'assignment' as "subjectKind",
      a.id as "subjectId", t.text, u.name as unit, a.due_on::text as "dueOn"
    from assignments a
    join tasks t on t.tenant_id = a.tenant_id and t.id = a.task_id
    join units u on u.tenant_id = a.tenant_id and u.id = a.unit_id
    where a.tenant_id = ${actor.tenantId} and a.state = 'submitted' and a.unit_path <@ any(${pathArray(officePaths)})
      and a.submitted_by is distinct from ${personId}::uuid
    union all
    select 'extension:' || e.id || ':' || e.state, case e.state when 'asked' then 'asked' else 'decided' end, 'extension',
      e.id, t.text, u.name, e.until::text
    from extensions e
    join assignments a on a.tenant_id = e.tenant_id and a.id = e.assignment_id
    join tasks t on t.tenant_id = a.tenant_id and t.id = a.task_id
    join units u on u.tenant_id = a.tenant_id and u.id = a.unit_id
    where e.tenant_id = ${actor.tenantId} and (
      (e.state = 'asked' and a.unit_path <@ any(${pathArray(officePaths)}) and e.asked_by is distinct from ${personId}::uuid)
      or (e.state <> 'asked' and e.asked_by = ${personId}::uuid and e.decided_at > ${weekAgo}))`.execute(db)
  return rows
}

/** Rounds that a person was drawn for. What leaves the house of a round that is secret says no more than that there is one. */
const drawnFor = async ({ db, actor, clock }: Context, { personId }: Recipient): Promise<readonly Thing[]> => {
  if (personId === null) return []
  const today = localDate(clock.now())
  const { rows } = await sql<Thing>`
    select 'round:' || r.id || ':drawn' as key, 'drawn' as kind, 'round' as "subjectKind", r.id as "subjectId",
      case when r.kind = 'unannounced' then '有一次检查抽到了您，登录后查看' else r.title end as text, u.name as unit,
      r.ends_on::text as "dueOn"
    from rounds r
    join units u on u.tenant_id = r.tenant_id and u.id = r.unit_id
    where r.tenant_id = ${actor.tenantId} and r.state = 'drawn' and r.ends_on >= ${today}::date
      and exists (select from round_pairs x where x.tenant_id = r.tenant_id and x.round_id = r.id and x.person_id = ${personId})
    order by r.ends_on, r.id`.execute(db)
  return rows
}
