import { daysOf } from '@luoshi/rules/date-range'
import { calendarDay, nationalCalendar } from '@luoshi/rules/working-calendar'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { rootOf } from '../people/person-rows.ts'

export type SpecialDay = {
  readonly day: string
  readonly kind: 'work' | 'rest'
  readonly name: string
  readonly origin: 'statutory' | 'own'
}

/** Days that are not what their weekday says, by the country's calendar and by the county's own. */
export const listDays = async ({ db, actor }: Context, year: number): Promise<SpecialDay[]> => {
  const range = { start: `${year}-01-01`, end: `${year}-12-31` }
  const own = await db
    .selectFrom('calendar_days')
    .select(['day', 'kind', 'name'])
    .where('tenant_id', '=', actor.tenantId)
    .where('day', '>=', range.start)
    .where('day', '<=', range.end)
    .execute()
  const changed = new Map(own.map(({ day, kind, name }) => [day, { day, kind: kindOf(kind === 'work'), name }]))
  return daysOf(range).flatMap((day): SpecialDay[] => {
    const override = changed.get(day)
    if (override !== undefined) return [{ ...override, origin: 'own' }]
    const { works, name } = calendarDay(nationalCalendar, day)
    return name === null ? [] : [{ day, kind: kindOf(works), name, origin: 'statutory' }]
  })
}

const kindOf = (works: boolean): 'work' | 'rest' => (works ? 'work' : 'rest')

export type OwnDay = { readonly day: string; readonly kind: 'work' | 'rest'; readonly name: string }

export const setDay = async (context: Context, { day, kind, name }: OwnDay): Promise<void> => {
  const { db, actor } = context
  allowSettings(context)
  await db
    .insertInto('calendar_days')
    .values({ tenant_id: actor.tenantId, day, kind, name })
    .onConflict(conflict => conflict.columns(['tenant_id', 'day']).doUpdateSet({ kind, name }))
    .execute()
  await changed(context, { day, kind, name })
}

export const clearDay = async (context: Context, day: string): Promise<void> => {
  const { db, actor } = context
  allowSettings(context)
  await db.deleteFrom('calendar_days').where('tenant_id', '=', actor.tenantId).where('day', '=', day).execute()
  await changed(context, { day, kind: null })
}

/** One calendar for the whole county: who changes it must administer the whole. */
const allowSettings = ({ actor }: Context): void =>
  allow(actor, 'settings.manage', { tenantId: actor.tenantId, unitPath: rootOf(actor) })

/** Due instances that are not laid yet follow the new calendar. */
const changed = async (context: Context, content: Readonly<Record<string, unknown>>): Promise<void> => {
  const { actor, jobs, afterwards } = context
  await record(context, 'settings.manage', { kind: 'calendar', id: null }, content)
  afterwards(() => jobs.send('lay-occurrences', { tenantId: actor.tenantId }))
}
