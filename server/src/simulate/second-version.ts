import type { Context, Signed } from '../context.ts'
import { importPlan } from '../plans/import-plan.ts'
import { revisePlan } from '../review/revise-plan.ts'
import type { SampleWorld } from '../sample/sample-world.ts'
import { reviewAsIs, type Scheduled } from './schedule.ts'

/** Hands in the second version of a programme's document, reviews it and applies it. */
export const reissue = async (
  world: SampleWorld,
  office: Signed,
  { name, secondText = '', unitId, programmeId }: Scheduled & { readonly programmeId: string },
): Promise<void> => {
  const wanted = { unitId, text: secondText, name: `${name} 2.md`, revisesProgrammeId: programmeId }
  const { id } = await world.inOne(as => importPlan(as(office), wanted))
  await world.inOne(as => reviewAsIs(as(office), id))
  await world.inOne(as => revisePlan(as(office), { id, keep: [] }))
}

/** What units have handed in, had confirmed or recorded of a programme. */
export const workSoFar = async ({ db, actor }: Context, programmeId: string): Promise<ReadonlySet<string>> => {
  const assignments = await db
    .selectFrom('assignments')
    .where('tenant_id', '=', actor.tenantId)
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'confirmed')
    .select('id')
    .execute()
  const occurrences = await db
    .selectFrom('occurrences')
    .where('tenant_id', '=', actor.tenantId)
    .where('programme_id', '=', programmeId)
    .where(eb => eb.or([eb('state', 'in', ['recorded', 'confirmed']), eb('missed_at', 'is not', null)]))
    .select('id')
    .execute()
  return new Set([...assignments, ...occurrences].map(({ id }) => id))
}

/** What was done, or recorded as missed, and is so no longer. */
export const lostWork = (before: ReadonlySet<string>, after: ReadonlySet<string>): readonly string[] =>
  [...before].filter(id => !after.has(id)).map(id => `What was on record of ${id} is gone.`)
