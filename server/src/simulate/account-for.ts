import { localDate } from '@luoshi/rules/local-time'
import type { PlainDate } from '@luoshi/rules/plain-date'
import { type Every, occurrencesOf } from '@luoshi/rules/recurrence'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { calendarOf } from '../duties/working-days.ts'
import { runningItems } from '../plans/running-items.ts'
import { getBudget } from '../programmes/fixtures.ts'
import { getOverview } from '../programmes/overview.ts'

export type Account = {
  readonly assignments: number
  readonly confirmed: number
  readonly late: number
  readonly duties: number
  readonly occurrences: number
  readonly recorded: number
  readonly missed: number
  /** Everything that does not add up; nothing when all does. */
  readonly faults: readonly string[]
}

/** Whether a programme that ran up to a day adds up: each duty, each sum, each sentence. */
export const accountFor = async (context: Context, programmeId: string, to: PlainDate): Promise<Account> => {
  const figures = await figuresOf(context, programmeId, to)
  const faults = [
    ...(await dutyFaults(context, programmeId, to)),
    ...(await sumFaults(context, programmeId)),
    ...(await traceFaults(context, programmeId)),
  ]
  return { ...figures, faults }
}

const figuresOf = async (
  { db, actor, clock }: Context,
  programmeId: string,
  to: PlainDate,
): Promise<Omit<Account, 'faults'>> => {
  const own = sql`tenant_id = ${actor.tenantId} and programme_id = ${programmeId}`
  const due = sql`${own} and (due_at at time zone 'Asia/Shanghai')::date <= ${to}::date`
  const { rows } = await sql<Omit<Account, 'faults'>>`select
    (select count(*) from assignments where ${own}) as assignments,
    (select count(*) from assignments where ${own} and state = 'confirmed') as confirmed,
    (select count(*) from assignments where ${own} and state not in ('submitted', 'confirmed') and due_at < ${clock.now()}) as late,
    (select count(*) from duties where ${own}) as duties,
    (select count(*) from occurrences where ${due}) as occurrences,
    (select count(*) from occurrences where ${due} and state in ('recorded', 'confirmed')) as recorded,
    (select count(*) from occurrences where ${due} and missed_at is not null) as missed`.execute(db)
  return rows[0] as Omit<Account, 'faults'> // a select without from gives one row
}

/** Every unit owes each duty once in every period, and each that was due is recorded, excused or missed. */
const dutyFaults = async (context: Context, programmeId: string, to: PlainDate): Promise<readonly string[]> => {
  const { db, actor } = context
  const duties = await db
    .selectFrom('duties')
    .where('tenant_id', '=', actor.tenantId)
    .where('programme_id', '=', programmeId)
    .selectAll()
    .execute()
  const owed = await db
    .selectFrom('duty_units')
    .where('tenant_id', '=', actor.tenantId)
    .where('duty_id', 'in', [...duties.map(({ id }) => id), programmeId])
    .select(['duty_id', 'unit_id'])
    .execute()
  const laid = await db
    .selectFrom('occurrences')
    .where('tenant_id', '=', actor.tenantId)
    .where('programme_id', '=', programmeId)
    .select(['duty_id', 'unit_id', 'period', 'state', 'due_at'])
    .execute()
  const calendar = await calendarOf(db, actor.tenantId)
  const due = laid.filter(({ due_at }) => localDate(due_at) <= to)
  const expected = new Set(
    duties.flatMap(duty => {
      const life = { start: duty.starts_on ?? to, end: duty.ends_on }
      const range = { start: life.start, end: to }
      const periods = occurrencesOf({ every: duty.every as Every, life, calendar }, range) // checked when written
        .filter(({ dueAt }) => localDate(dueAt) <= to)
      const units = owed.filter(({ duty_id }) => duty_id === duty.id)
      return units.flatMap(({ unit_id }) => periods.map(({ key }) => `${duty.id} ${unit_id} ${key}`))
    }),
  )
  const found = due.map(({ duty_id, unit_id, period }) => `${duty_id} ${unit_id} ${period}`)
  const silent = due.filter(({ state }) => state === 'due' || state === 'returned')
  return [
    ...[...expected].filter(key => !new Set(found).has(key)).map(key => `Nothing was laid for ${key}.`),
    ...found.filter(key => !expected.has(key)).map(key => `Nobody owes ${key}.`),
    ...(new Set(found).size < found.length ? ['Something was laid twice.'] : []),
    ...silent.map(({ duty_id, unit_id, period }) => `Nothing is said of ${duty_id} ${unit_id} ${period}.`),
  ]
}

/** What the pages say adds up to what the tables hold. */
const sumFaults = async (context: Context, programmeId: string): Promise<readonly string[]> => {
  const overview = await getOverview(context, programmeId)
  const { lines, totalFen } = await getBudget(context, programmeId)
  const { rows } = await sql<{ total: number; confirmed: number; given: number }>`
    select count(*) as total, count(*) filter (where state = 'confirmed') as confirmed, count(distinct (task_id, unit_id)) as given
    from assignments where tenant_id = ${context.actor.tenantId} and programme_id = ${programmeId}
      and state <> 'withdrawn'`.execute(context.db)
  const [counted] = rows
  const byUnit = overview.byUnit.reduce((sum, unit) => sum + unit.total, 0)
  const { total, confirmed, submitted, late } = overview.assignments
  return [
    ...(total === counted?.total && confirmed === counted.confirmed
      ? []
      : ['The overview counts otherwise than the table.']),
    ...(counted?.given === counted?.total ? [] : ['A unit was given the same task twice.']),
    ...(byUnit === total ? [] : ['The units do not add up to the programme.']),
    ...(confirmed + submitted + late <= total ? [] : ['More is confirmed, submitted and late than there is.']),
    ...(lines.reduce((sum, { fen }) => sum + fen, 0) === totalFen ? [] : ['The budget does not add up.']),
  ]
}

/** Everything at work leads back to a sentence of the document. */
const traceFaults = async (context: Context, programmeId: string): Promise<readonly string[]> => {
  const items = await runningItems(context, programmeId)
  return items.flatMap(({ item, sentence }) => (sentence?.trim() ? [] : [`A ${item.kind} leads to no sentence.`]))
}
