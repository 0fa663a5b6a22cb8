import type { DateRange } from '@luoshi/rules/date-range'
import { deadlineInstant } from '@luoshi/rules/local-time'
import { addDays } from '@luoshi/rules/plain-date'
import { type Every, occurrencesOf } from '@luoshi/rules/recurrence'
import type { WorkingCalendar } from '@luoshi/rules/working-calendar'
import type { Selectable } from 'kysely'
import type { Ids } from '../context.ts'
import { inChunks } from '../db/in-chunks.ts'
import type { Scoped } from '../db/in-tenant.ts'
import type { DutiesTable } from '../db/tables.ts'

export type DutyRow = Selectable<DutiesTable>
export type DutyUnit = { readonly unit_id: string; readonly path: string }

/**
 * Writes down what a duty asks of its units within the range. The key (duty, unit, period) makes it exactly once, however often
 * and by how many it is run.
 */
export const layDuty = async (
  { db, ids }: { readonly db: Scoped; readonly ids: Ids },
  duty: DutyRow,
  units: readonly DutyUnit[],
  calendar: WorkingCalendar,
  range: DateRange,
): Promise<void> => {
  const every = duty.every as Every // checked when the item was written
  const life = { start: duty.starts_on ?? range.start, end: duty.ends_on }
  const rows = occurrencesOf({ every, life, calendar }, range).flatMap(({ key, opensOn, dueAt }) =>
    units.map(unit => ({
      tenant_id: duty.tenant_id,
      id: ids.next(),
      programme_id: duty.programme_id,
      duty_id: duty.id,
      unit_id: unit.unit_id,
      unit_path: unit.path,
      period: key,
      opens_at: deadlineInstant(opensOn, '00:00:00'),
      due_at: dueAt,
    })),
  )
  await inChunks(rows, chunk =>
    db
      .insertInto('occurrences')
      .values(chunk)
      .onConflict(conflict => conflict.columns(['tenant_id', 'duty_id', 'unit_id', 'period']).doNothing())
      .execute(),
  )
  await db
    .updateTable('duties')
    .where('tenant_id', '=', duty.tenant_id)
    .where('id', '=', duty.id)
    .set({ laid_until: addDays(range.end, 1) })
    .execute()
}

/** The units that owe a duty and still exist. */
export const unitsOfDuty = (db: Scoped, tenantId: string, dutyId: string): Promise<readonly DutyUnit[]> =>
  db
    .selectFrom('duty_units')
    .innerJoin('units', join =>
      join.onRef('units.tenant_id', '=', 'duty_units.tenant_id').onRef('units.id', '=', 'duty_units.unit_id'),
    )
    .where('duty_units.tenant_id', '=', tenantId)
    .where('duty_units.duty_id', '=', dutyId)
    .where('units.archived_at', 'is', null)
    .orderBy('units.path')
    .select(['duty_units.unit_id', 'units.path'])
    .execute()
