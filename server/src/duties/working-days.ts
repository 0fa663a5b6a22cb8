import { type DayOverride, type WorkingCalendar, workingCalendar } from '@luoshi/rules/working-calendar'
import type { Scoped } from '../db/in-tenant.ts'

/** The country's working calendar with the county's own days on top. */
export const calendarOf = async (db: Scoped, tenantId: string): Promise<WorkingCalendar> => {
  const rows = await db.selectFrom('calendar_days').where('tenant_id', '=', tenantId).selectAll().execute()
  return workingCalendar(
    rows.map(({ day, kind, name }): DayOverride => ({ date: day, kind: kind === 'work' ? 'work' : 'rest', name })),
  )
}
