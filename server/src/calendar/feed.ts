import { addDays } from '@luoshi/rules/plain-date'
import { taskName } from '@luoshi/rules/task-name'
import { ICalAlarmType, ICalCalendarMethod, type ICalEventData, default as ical } from 'ical-generator'
import { sql } from 'kysely'
import type { House } from '../context.ts'
import { keyHash } from '../http/signed.ts'
import { asSystem } from '../jobs/as-system.ts'
import { Problem } from '../problem.ts'

/** How far ahead a feed looks for what recurs; what is done once is shown however far off it is. */
const AHEAD_DAYS = 60

type Row = {
  readonly id: string
  readonly kind: 'assignment' | 'occurrence'
  readonly text: string
  readonly unit: string
  readonly programme: string
  /** For a whole day. */
  readonly due_on: string | null
  readonly due_at: Date
}

/** The due dates of a person's own units, as a calendar to subscribe to. Who knows the secret address reads it. */
export const calendarFeed = async (house: House, token: string): Promise<string> => {
  const { rows: owners } = await sql<{ tenant_id: string; person_id: string }>`
    select tenant_id, person_id from person_of_calendar(${keyHash(token)})`.execute(house.db)
  const [owner] = owners
  if (owner === undefined) throw new Problem('not-found', { noun: 'page' })
  const rows = await dueRows(house, owner.tenant_id, owner.person_id)
  const feed = ical({
    name: '落实 · 我的期限',
    prodId: { company: 'luoshi', product: 'luoshi', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const row of rows) feed.createEvent(eventOf(row, house.publicUrl))
  return feed.toString()
}

const eventOf = (row: Row, publicUrl: string): ICalEventData => {
  const common = {
    id: `${row.kind}-${row.id}@luoshi`,
    summary: `${taskName(row.text)}（${row.unit}）`,
    description: row.programme,
    url: row.kind === 'assignment' ? `${publicUrl}/assignments/${row.id}` : publicUrl,
    stamp: row.due_at,
  }
  if (row.due_on === null) return { ...common, start: row.due_at, end: row.due_at }
  return {
    ...common,
    allDay: true,
    start: midnight(row.due_on),
    end: midnight(addDays(row.due_on, 1)),
    alarms: [{ type: ICalAlarmType.display, trigger: 15 * 3600 }],
  }
}

/** A day as the generator wants it, by the machine's own clock: it writes the day it reads there. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00`)

const dueRows = (house: House, tenantId: string, personId: string): Promise<readonly Row[]> =>
  asSystem(house, tenantId, async ({ db, clock }) => {
    const until = new Date(clock.now().getTime() + AHEAD_DAYS * 86_400_000)
    const { rows } = await sql<Row>`
      with own as (
        select m.unit_id from memberships m
        where m.tenant_id = ${tenantId} and m.person_id = ${personId} and m.role in ('unit', 'worker'))
      select a.id, 'assignment' as kind, t.text, u.name as unit, p.title as programme, a.due_on::text, a.due_at
      from assignments a
      join tasks t on t.tenant_id = a.tenant_id and t.id = a.task_id
      join units u on u.tenant_id = a.tenant_id and u.id = a.unit_id
      join programmes p on p.tenant_id = a.tenant_id and p.id = a.programme_id
      where a.tenant_id = ${tenantId} and a.unit_id in (select unit_id from own) and a.due_on is not null
        and a.state in ('assigned', 'accepted', 'in-progress', 'returned')
      union all
      select o.id, 'occurrence', d.text, u.name, p.title, null, o.due_at
      from occurrences o
      join duties d on d.tenant_id = o.tenant_id and d.id = o.duty_id
      join units u on u.tenant_id = o.tenant_id and u.id = o.unit_id
      join programmes p on p.tenant_id = o.tenant_id and p.id = o.programme_id
      where o.tenant_id = ${tenantId} and o.unit_id in (select unit_id from own)
        and o.state in ('due', 'returned') and o.due_at <= ${until}
      order by due_at, id`.execute(db)
    return rows
  })
