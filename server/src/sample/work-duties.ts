import { deadlineInstant } from '@luoshi/rules/local-time'
import type { Signed } from '../context.ts'
import { applyRecord } from '../duties/move-occurrence.ts'
import { recordNotes } from './sample-words.ts'
import type { Act, Workday } from './work-assignments.ts'

const instant = (...moment: Parameters<typeof deadlineInstant>): Date => new Date(deadlineInstant(...moment))

/** What recurs and falls due today is recorded by those who keep at it. */
export const workOnDuties = async (as: Act, { day, crew }: Pick<Workday, 'day' | 'crew'>): Promise<void> => {
  const { db, actor } = as(crew.offices[0] as Signed)
  const rows = await db
    .selectFrom('occurrences')
    .where('tenant_id', '=', actor.tenantId)
    .where('state', '=', 'due')
    .where('due_at', '>', instant(day, '00:00:00'))
    .where('due_at', '<=', instant(day))
    .where('opens_at', '<=', instant(day, '09:00'))
    .orderBy('id')
    .select(['id', 'unit_id', 'version'])
    .execute()
  for (const { id, unit_id, version } of rows) {
    const person = crew.of(unit_id).at(-1)
    if (person && crew.chance.happens(0.1 + 0.9 * crew.diligence(unit_id)))
      await applyRecord(as(person), { id, version, note: crew.chance.pick(recordNotes), evidenceIds: [] })
  }
}
