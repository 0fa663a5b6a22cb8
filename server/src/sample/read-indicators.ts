import type { PlainDate } from '@luoshi/rules/plain-date'
import type { Signed } from '../context.ts'
import { measureIndicator } from '../indicators/measure-indicator.ts'
import type { Crew } from './crew.ts'
import type { Act } from './work-assignments.ts'

/** The office reads every indicator of a programme; the share rises as the work goes on. */
export const readIndicators = async (
  as: Act,
  programmeId: string,
  { day, crew, done }: { readonly day: PlainDate; readonly crew: Crew; readonly done: number },
): Promise<void> => {
  const office = as(crew.offices[0] as Signed)
  const rows = await office.db
    .selectFrom('indicators')
    .where('tenant_id', '=', office.actor.tenantId)
    .where('programme_id', '=', programmeId)
    .orderBy('ordinal')
    .select(['id', 'target', 'unit'])
    .execute()
  for (const [index, { id, target, unit }] of rows.entries()) {
    // One is always left unread, as there always is.
    if (target === null || index === rows.length - 1) continue
    const reached = (0.84 + 0.2 * done + 0.06 * (index % 3)) * (0.98 + 0.04 * crew.chance.next())
    const base = { id, on: day, unitId: null, note: null }
    if (unit !== '%') {
      await measureIndicator(office, {
        ...base,
        value: Math.round(target * reached * 10) / 10,
        numerator: null,
        denominator: null,
      })
      continue
    }
    const denominator = 240 + 60 * (index % 3)
    const numerator = Math.min(denominator, Math.round((denominator * target * reached) / 100))
    const value = Math.round((numerator / denominator) * 10_000) / 100
    await measureIndicator(office, { ...base, value, numerator, denominator, note: `抽样 ${denominator} 人` })
  }
}
