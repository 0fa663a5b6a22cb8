import { localDate } from '@luoshi/rules/local-time'
import type { PlainDate } from '@luoshi/rules/plain-date'
import { type Every, occurrencesOf } from '@luoshi/rules/recurrence'
import type { Context } from '../context.ts'
import { calendarOf } from '../duties/working-days.ts'

/**
 * Every unit owes each duty once in every period, and each that was due is recorded, excused or missed. Of a programme with a second
 * version the days since then are looked at: what had opened before stays as it was asked for.
 */
export const dutyFaults = async (context: Context, programmeId: string, to: PlainDate): Promise<readonly string[]> => {
  const { db, actor } = context
  const since = await lastRevised(context, programmeId)
  const laid = await db
    .selectFrom('occurrences')
    .where('tenant_id', '=', actor.tenantId)
    .where('programme_id', '=', programmeId)
    .select(['duty_id', 'unit_id', 'period', 'state', 'due_at', 'opens_at'])
    .execute()
  const due = laid.filter(({ due_at }) => localDate(due_at) <= to)
  const expected = await owedBetween(context, programmeId, since && localDate(since), to)
  const found = new Map(due.map(row => [`${row.duty_id} ${row.unit_id} ${row.period}`, row]))
  const silent = due.filter(({ state }) => state === 'due' || state === 'returned')
  return [
    ...[...expected].filter(key => !found.has(key)).map(key => `Nothing was laid for ${key}.`),
    ...[...found]
      .filter(([key, { opens_at }]) => !expected.has(key) && (since === null || opens_at > since))
      .map(([key]) => `Nobody owes ${key}.`),
    ...(found.size < due.length ? ['Something was laid twice.'] : []),
    ...silent.map(({ duty_id, unit_id, period }) => `Nothing is said of ${duty_id} ${unit_id} ${period}.`),
  ]
}

/** What falls due up to a day by the rhythm of each duty, worked out from the calendar alone. */
const owedBetween = async (
  context: Context,
  programmeId: string,
  since: PlainDate | null,
  to: PlainDate,
): Promise<ReadonlySet<string>> => {
  const { db, actor } = context
  const duties = await db
    .selectFrom('duties')
    .where('tenant_id', '=', actor.tenantId)
    .where('programme_id', '=', programmeId)
    .where('withdrawn_at', 'is', null)
    .selectAll()
    .execute()
  const owed = await db
    .selectFrom('duty_units')
    .where('tenant_id', '=', actor.tenantId)
    .where('duty_id', 'in', [...duties.map(({ id }) => id), programmeId])
    .select(['duty_id', 'unit_id'])
    .execute()
  const calendar = await calendarOf(db, actor.tenantId)
  return new Set(
    duties.flatMap(duty => {
      const life = { start: duty.starts_on ?? to, end: duty.ends_on }
      const range = { start: since ?? life.start, end: to }
      const periods = occurrencesOf({ every: duty.every as Every, life, calendar }, range) // checked when written
        .filter(({ dueAt }) => localDate(dueAt) <= to)
      const units = owed.filter(({ duty_id }) => duty_id === duty.id)
      return units.flatMap(({ unit_id }) => periods.map(({ key }) => `${duty.id} ${unit_id} ${key}`))
    }),
  )
}

/** When a second or later version was put to work; null where the first still is. */
const lastRevised = async ({ db, actor }: Context, programmeId: string): Promise<Date | null> => {
  const row = await db
    .selectFrom('plan_versions')
    .innerJoin('plans', join =>
      join.onRef('plans.tenant_id', '=', 'plan_versions.tenant_id').onRef('plans.id', '=', 'plan_versions.plan_id'),
    )
    .where('plans.tenant_id', '=', actor.tenantId)
    .where('plans.programme_id', '=', programmeId)
    .where('plan_versions.number', '>', 1)
    .select(eb => eb.fn.max('plan_versions.published_at').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}
