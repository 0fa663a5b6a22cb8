import { addDays, type PlainDate } from '@luoshi/rules/plain-date'
import { askForTime, decideOnTime } from '../assignments/extend-assignment.ts'
import type { Signed } from '../context.ts'
import type { Crew } from './crew.ts'
import type { Act } from './work-assignments.ts'

/** Two ask for more time in the last days: one is granted it, the other waits. */
export const askSome = async (
  as: Act,
  { day, crew }: { readonly day: PlainDate; readonly crew: Crew },
): Promise<void> => {
  const office = as(crew.offices[0] as Signed)
  const rows = await office.db
    .selectFrom('assignments')
    .where('tenant_id', '=', office.actor.tenantId)
    .where('state', 'in', ['assigned', 'accepted', 'in-progress', 'returned'])
    .where('due_on', '>', addDays(day, -8))
    .where('due_on', '<', addDays(day, 8))
    .orderBy('due_on')
    .orderBy('id')
    .limit(2)
    .select(['id', 'unit_id', 'version', 'due_on'])
    .execute()
  for (const [index, { id, unit_id, version, due_on }] of rows.entries()) {
    const [person] = crew.of(unit_id).filter(({ memberships }) => memberships.some(({ role }) => role === 'unit'))
    if (!person || due_on === null) continue
    const until = addDays(due_on > day ? due_on : day, 10)
    const reason = index === 0 ? '连续阴雨,外墙不能施工。' : '配件尚未到货,供货商承诺下周送达。'
    const { extensions } = await askForTime(as(person), { id, version, until, reason })
    const asked = extensions.at(-1)
    if (index === 0 && asked)
      await decideOnTime(office, { id, extensionId: asked.id, granted: true, note: '同意,请倒排工期。' })
  }
}
