import type { PlainDate } from '@luoshi/rules/plain-date'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { kindsWithoutItem, runningItems } from '../plans/running-items.ts'
import { dutyFaults } from './duty-faults.ts'
import { sumFaults } from './sum-faults.ts'

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

/** Everything at work leads back to a sentence of the document. */
const traceFaults = async (context: Context, programmeId: string): Promise<readonly string[]> => {
  const items = await runningItems(context, programmeId)
  const loose = await kindsWithoutItem(context, programmeId)
  return [
    ...loose.map(kind => `A ${kind} stands for no item of the plan.`),
    ...items.flatMap(({ item, sentence }) => (sentence?.trim() ? [] : [`A ${item.kind} leads to no sentence.`])),
  ]
}
