import { localDate } from '@luoshi/rules/local-time'
import type { PlainDate } from '@luoshi/rules/plain-date'
import type { House } from '../context.ts'
import { inTenant, type Scoped } from '../db/in-tenant.ts'
import type { Job } from '../jobs/jobs.ts'
import { nextPiece } from './horizon.ts'
import { layDuty, unitsOfDuty } from './lay-duty.ts'
import { calendarOf } from './working-days.ts'

type LayHouse = Pick<House, 'db' | 'ids' | 'clock'>

/** Job `lay-occurrences`: carries every running duty of a tenant (or of one programme) on to the horizon, piece by piece. */
export const layOccurrences = async (house: LayHouse, { tenantId, subjectId }: Job): Promise<void> => {
  const today = localDate(house.clock.now())
  const duties = await inTenant(house.db, tenantId, db => dutiesToLay(db, today, tenantId, subjectId))
  for (const dutyId of duties) {
    while (await inTenant(house.db, tenantId, db => layPiece({ ...house, db }, tenantId, dutyId)));
  }
}

/** On most nights there are none; what is laid already is neither held nor written to. */
const dutiesToLay = async (
  db: Scoped,
  today: PlainDate,
  tenantId: string,
  programmeId?: string,
): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('duties')
    .innerJoin('programmes', join =>
      join.onRef('programmes.tenant_id', '=', 'duties.tenant_id').onRef('programmes.id', '=', 'duties.programme_id'),
    )
    .where('duties.tenant_id', '=', tenantId)
    .where('programmes.status', '=', 'running')
    .where('duties.withdrawn_at', 'is', null)
    .$if(programmeId !== undefined, query => query.where('duties.programme_id', '=', programmeId ?? ''))
    .orderBy('duties.id')
    .select(['duties.id', 'duties.starts_on', 'duties.ends_on', 'duties.laid_until'])
    .execute()
  return rows.filter(duty => nextPiece(duty, today) !== null).map(({ id }) => id)
}

/** One piece of one duty, the duty held meanwhile; false when there is nothing left to lay. */
const layPiece = async (
  { db, ids, clock }: Pick<House, 'ids' | 'clock'> & { readonly db: Scoped },
  tenantId: string,
  dutyId: string,
): Promise<boolean> => {
  const duty = await db
    .selectFrom('duties')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', dutyId)
    .where('withdrawn_at', 'is', null)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  const range = duty && nextPiece(duty, localDate(clock.now()))
  if (!duty || !range) return false
  await layDuty({ db, ids }, duty, await unitsOfDuty(db, tenantId, dutyId), await calendarOf(db, tenantId), range)
  return true
}
