import { localDate } from '@luoshi/rules/local-time'
import { addDays } from '@luoshi/rules/plain-date'
import type { Context } from '../context.ts'
import { type DutyRow, type DutyUnit, layDuty, unitsOfDuty } from '../duties/lay-duty.ts'
import { calendarOf } from '../duties/working-days.ts'
import type { PartyBook } from '../review/party-book.ts'
import type { PlannedDuty } from './publication.ts'

/** Brings a running duty to its new words, rhythm and units. What has opened stays; what lies ahead is laid anew. */
export const reviseDuty = async (
  context: Context,
  dutyId: string,
  duty: PlannedDuty,
  book: PartyBook,
): Promise<void> => {
  const { db, actor, clock } = context
  const before = await lockDuty(context, dutyId)
  const hasNewRhythm = JSON.stringify(before.every) !== JSON.stringify(duty.every) || before.ends_on !== duty.endsOn
  if (hasNewRhythm) await clearAhead(context, dutyId)
  const after = await db
    .updateTable('duties')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', dutyId)
    .set({
      item_id: duty.itemId,
      ordinal: duty.ordinal,
      text: duty.text,
      every: JSON.stringify(duty.every),
      ends_on: duty.endsOn,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const joined = await changeUnits(context, dutyId, duty, book)
  const units = hasNewRhythm ? await unitsOfDuty(db, actor.tenantId, dutyId) : joined
  const end = addDays(before.laid_until ?? localDate(clock.now()), -1)
  const start = localDate(clock.now())
  if (units.length === 0 || end < start) return
  await layDuty(context, after, units, await calendarOf(db, actor.tenantId), { start, end })
}

/** Takes a duty away that the new version no longer has. The past stays on record. */
export const withdrawDuty = async (context: Context, dutyId: string): Promise<void> => {
  const { db, actor, clock } = context
  await lockDuty(context, dutyId)
  await db
    .updateTable('duties')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', dutyId)
    .set({ withdrawn_at: clock.now() })
    .execute()
  await db
    .deleteFrom('occurrences')
    .where('tenant_id', '=', actor.tenantId)
    .where('duty_id', '=', dutyId)
    .where('state', '=', 'due')
    .where('due_at', '>', clock.now())
    .execute()
}

const lockDuty = ({ db, actor }: Context, dutyId: string): Promise<DutyRow> =>
  db
    .selectFrom('duties')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', dutyId)
    .selectAll()
    .forUpdate()
    .executeTakeFirstOrThrow()

/** Nothing has been asked of anybody that has not opened yet. */
const clearAhead = async ({ db, actor, clock }: Context, dutyId: string, units?: readonly string[]): Promise<void> => {
  await db
    .deleteFrom('occurrences')
    .where('tenant_id', '=', actor.tenantId)
    .where('duty_id', '=', dutyId)
    .where('state', '=', 'due')
    .where('opens_at', '>', clock.now())
    .$if(units !== undefined, query => query.where('unit_id', 'in', [...(units ?? [])]))
    .execute()
}

/** Answers the units that owe it from now on and did not before. */
const changeUnits = async (
  context: Context,
  dutyId: string,
  { unitIds }: PlannedDuty,
  book: PartyBook,
): Promise<readonly DutyUnit[]> => {
  const { db, actor } = context
  const rows = await db
    .selectFrom('duty_units')
    .where('tenant_id', '=', actor.tenantId)
    .where('duty_id', '=', dutyId)
    .select('unit_id')
    .execute()
  const before = new Set(rows.map(({ unit_id }) => unit_id))
  const left = [...before].filter(unit => !unitIds.includes(unit))
  const joined = unitIds.filter(unit => !before.has(unit))
  if (left.length > 0) {
    await clearAhead(context, dutyId, left)
    await db
      .deleteFrom('duty_units')
      .where('tenant_id', '=', actor.tenantId)
      .where('duty_id', '=', dutyId)
      .where('unit_id', 'in', left)
      .execute()
  }
  if (joined.length > 0)
    await db
      .insertInto('duty_units')
      .values(joined.map(unit_id => ({ tenant_id: actor.tenantId, duty_id: dutyId, unit_id })))
      .execute()
  return joined.flatMap(unit_id => {
    const path = book.units.get(unit_id)?.path
    return path === undefined ? [] : { unit_id, path }
  })
}
