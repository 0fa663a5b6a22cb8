import type { Occurrence } from '@luoshi/contract/duties'
import { deadlineInstant, localDate } from '@luoshi/rules/local-time'
import { addDays, addMonths } from '@luoshi/rules/plain-date'
import type { Every } from '@luoshi/rules/recurrence'
import { calendarDay } from '@luoshi/rules/working-calendar'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { contains } from '../db/contains.ts'
import { pageFrom, readCursor } from '../db/cursor.ts'
import { countDue, soonestFirst } from '../db/soonest-first.ts'
import { findProgramme } from '../programmes/find-programme.ts'
import { spanOf } from '../programmes/fixtures.ts'
import { unitsIn } from '../programmes/progress-counts.ts'
import { reachOf } from '../units/reach.ts'
import { occurrenceShown, readOccurrences } from './occurrence-rows.ts'
import { calendarOf } from './working-days.ts'

/** The recurring work of a programme, with how it stands within the reader's reach. */
export const listDuties = async (context: Context, programmeId: string) => {
  const { db, actor, clock } = context
  await findProgramme(context, programmeId, 'programme.read')
  const reach = await reachOf(context, 'occurrence.read')
  const { rows } = await sql<DutyShownRow>`
    select d.id, d.programme_id, d.text, d.every, d.starts_on, d.ends_on, i.span_start, i.span_end,
      (select count(*) from duty_units x where x.tenant_id = d.tenant_id and x.duty_id = d.id) as units,
      coalesce(c.recorded, 0) as recorded, coalesce(c.missed, 0) as missed, coalesce(c.due, 0) as due
    from duties d
    left join plan_items i on i.tenant_id = d.tenant_id and i.id = d.item_id
    left join (
      select a.duty_id, count(*) filter (where a.state in ('recorded', 'confirmed')) as recorded,
        count(*) filter (where a.missed_at is not null) as missed,
        count(*) filter (where a.state in ('due', 'returned') and a.opens_at <= ${clock.now()}) as due
      from occurrences a where a.tenant_id = ${actor.tenantId} and a.programme_id = ${programmeId} and ${unitsIn(reach)}
      group by a.duty_id) c on c.duty_id = d.id
    where d.tenant_id = ${actor.tenantId} and d.programme_id = ${programmeId} and d.withdrawn_at is null
    order by d.ordinal, d.id`.execute(db)
  return rows.map(({ starts_on, ends_on, span_start, span_end, programme_id, ...row }) => ({
    ...row,
    programmeId: programme_id,
    startsOn: starts_on,
    endsOn: ends_on,
    span: spanOf({ span_start, span_end }),
  }))
}

type DutyShownRow = {
  readonly id: string
  readonly programme_id: string
  readonly text: string
  readonly every: Every
  readonly starts_on: string | null
  readonly ends_on: string | null
  readonly span_start: number | null
  readonly span_end: number | null
  readonly units: number
  readonly recorded: number
  readonly missed: number
  readonly due: number
}

export type OccurrenceFilter = {
  readonly q?: string | undefined
  readonly programmeId?: string | undefined
  readonly dutyId?: string | undefined
  readonly unitId?: string | undefined
  readonly state?: Occurrence['state'] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly mine?: boolean | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Due instances within reach, soonest due first. */
export const listOccurrences = async (context: Context, filter: OccurrenceFilter) => {
  const { db, actor } = context
  const reach = await reachOf(context, 'occurrence.read', filter)
  const query = { tenantId: actor.tenantId, reach, conditions: occurrenceConditions(filter, actor.tenantId) }
  const after = readCursor(filter.cursor, 2)
  const keys = await soonestFirst(db, 'occurrences', { ...query, after, limit: filter.limit + 1 })
  const { rows, next } = pageFrom(keys, filter.limit, ({ due, id }) => [due, id])
  const read = await readOccurrences(
    context,
    rows.map(({ id }) => id),
  )
  return {
    items: read.map(row => occurrenceShown(row, context)),
    next,
    total: await countDue(db, 'occurrences', query),
  }
}

/** What a filter asks of row `a`. */
export const occurrenceConditions = (
  filter: Omit<OccurrenceFilter, 'cursor' | 'limit'>,
  tenantId: string,
): readonly RawBuilder<unknown>[] => {
  const { q, programmeId, dutyId, state, from, to } = filter
  return [
    ...(programmeId === undefined ? [] : [sql`a.programme_id = ${programmeId}`]),
    ...(dutyId === undefined ? [] : [sql`a.duty_id = ${dutyId}`]),
    ...(state === undefined ? [] : [sql`a.state = ${state}`]),
    ...(from === undefined ? [] : [sql`a.due_at >= ${deadlineInstant(from, '00:00:00')}::timestamptz`]),
    ...(to === undefined ? [] : [sql`a.due_at <= ${deadlineInstant(to)}::timestamptz`]),
    ...(q
      ? [sql`a.duty_id in (select id from duties where tenant_id = ${tenantId} and text like ${contains(q)})`]
      : []),
  ]
}

/** A month of a programme's recurring work, by the day it is due. */
export const getDutyCalendar = async (
  context: Context,
  { id, month, unitId }: { readonly id: string; readonly month: string; readonly unitId?: string | undefined },
) => {
  const { db, actor } = context
  await findProgramme(context, id, 'programme.read')
  const reach = await reachOf(context, 'occurrence.read', { unitId })
  const first = `${month}-01`
  const last = addDays(addMonths(first, 1), -1)
  const { rows } = await sql<{ due_at: Date; due: number; recorded: number; missed: number }>`
    select date_trunc('day', a.due_at, 'Asia/Shanghai') as due_at,
      count(*) filter (where a.state in ('due', 'returned')) as due,
      count(*) filter (where a.state in ('recorded', 'confirmed')) as recorded,
      count(*) filter (where a.state in ('missed', 'excused')) as missed
    from occurrences a
    where a.tenant_id = ${actor.tenantId} and a.programme_id = ${id} and ${unitsIn(reach)}
      and a.due_at >= ${deadlineInstant(first, '00:00:00')}::timestamptz and a.due_at <= ${deadlineInstant(last)}::timestamptz
    group by 1`.execute(db)
  const counts = new Map(rows.map(({ due_at, ...count }) => [localDate(due_at), count]))
  const calendar = await calendarOf(db, actor.tenantId)
  return Array.from({ length: Number(last.slice(8)) }, (_, index) => {
    const day = addDays(first, index)
    const { works, name } = calendarDay(calendar, day)
    return { day, working: works, holiday: name, ...(counts.get(day) ?? { due: 0, recorded: 0, missed: 0 }) }
  })
}
