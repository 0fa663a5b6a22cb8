import { localDate } from '@luoshi/rules/local-time'
import { inChunks } from '../db/in-chunks.ts'
import { nextPiece } from '../duties/horizon.ts'
import { layDuty } from '../duties/lay-duty.ts'
import { calendarOf } from '../duties/working-days.ts'
import type { ReviewedPlan } from '../review/reviewed-plan.ts'
import type { PlannedDuty } from './publication.ts'
import type { WriteContext } from './write-programme.ts'

/** Writes duties with their units, and what is due in the first weeks; the job lays the rest. */
export const writeDuties = async (
  context: WriteContext,
  programmeId: string,
  duties: readonly PlannedDuty[],
  book: ReviewedPlan['book'],
): Promise<void> => {
  const { db, actor, ids, clock } = context
  const rows = duties.map(({ itemId, ordinal, text, every, startsOn, endsOn }) => ({
    tenant_id: actor.tenantId,
    id: ids.next(),
    programme_id: programmeId,
    item_id: itemId,
    ordinal,
    text,
    every: JSON.stringify(every),
    starts_on: startsOn,
    ends_on: endsOn,
  }))
  await inChunks(rows, chunk => db.insertInto('duties').values(chunk).execute())
  const owed = duties.flatMap(({ unitIds }, index) =>
    unitIds.map(unit_id => ({ tenant_id: actor.tenantId, duty_id: rows[index]?.id ?? '', unit_id })),
  )
  await inChunks(owed, chunk => db.insertInto('duty_units').values(chunk).execute())

  const calendar = await calendarOf(db, actor.tenantId)
  const today = localDate(clock.now())
  for (const [index, row] of rows.entries()) {
    const duty = { ...row, every: duties[index]?.every, laid_until: null, withdrawn_at: null }
    const units = (duties[index]?.unitIds ?? []).flatMap(unit_id => {
      const path = book.units.get(unit_id)?.path
      return path === undefined ? [] : { unit_id, path }
    })
    const range = nextPiece(duty, today)
    if (range) await layDuty({ db, ids }, duty, units, calendar, range)
  }
}
