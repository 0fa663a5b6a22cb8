import { addDays, daysBetween, earlier, later, type PlainDate } from '@luoshi/rules/plain-date'
import type { Context, Signed } from '../context.ts'
import { fillYear } from '../plans/fill-year.ts'
import { type AnyItem, hasImpossibleDate } from '../plans/item-content.ts'
import { previewPublication } from '../plans/preview-publication.ts'
import { publishPlan } from '../plans/publish-plan.ts'
import { getReview } from '../review/queries.ts'
import { handIn, reviewAll } from '../sample/put-to-work.ts'
import { county } from '../sample/sample-county.ts'
import type { SampleWorld } from '../sample/sample-world.ts'
import { placed, type SampleCounty } from '../sample/write-county.ts'

export type PlanToRun = {
  readonly name: string
  readonly text: string
  /** A second version, applied half way through the calendar of the first. */
  readonly secondText?: string | undefined
}

export type Scheduled = PlanToRun & {
  readonly planId: string
  readonly unitId: string
  readonly title: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly reissuedOn: PlainDate | null
}

const YEAR = 2026
/** The day on which everything is handed in. */
export const EVE = '2026-01-04'

/** Hands a plan in, has it read and reviews it; its own dates say when it is published and when it is over. */
export const scheduled = async (
  world: SampleWorld,
  office: Signed,
  units: SampleCounty['units'],
  plan: PlanToRun,
  days: number,
): Promise<Scheduled> => {
  const unitId = placed(units, standsFor(plan.text)).id
  const planId = await handIn(world, office, { text: plan.text, name: `${plan.name}.md`, unitId })
  return world.inOne(async as => {
    await reviewAsIs(as(office), planId)
    const { title } = await getReview(as(office), planId)
    const { startsOn, endsOn } = await previewPublication(as(office), planId, 'zh')
    const from = later(startsOn ?? EVE, addDays(EVE, 1))
    const to = later(from, earlier(endsOn ?? '9999-12-31', addDays(from, days)))
    const middle = addDays(from, Math.floor(daysBetween(from, to) / 2))
    return { ...plan, planId, unitId, title, from, to, reissuedOn: plan.secondText === undefined ? null : middle }
  })
}

export const publish = async (world: SampleWorld, office: Signed, planId: string): Promise<string> => {
  const { programmeId } = await world.inOne(as => publishPlan(as(office), planId))
  return programmeId
}

/** Takes a plan as it was read, but for what names a day that no calendar has. */
export const reviewAsIs = async (context: Context, planId: string): Promise<void> => {
  if ((await getReview(context, planId)).yearMissing) await fillYear(context, planId, YEAR)
  await reviewAll(
    context,
    planId,
    ({ kind, content }) => hasImpossibleDate({ kind, content } as unknown as AnyItem), // an item of the review is one of the table
  )
}

/** A plan that speaks of all communities is the county's; one of a community is that community's. */
const standsFor = (text: string): string =>
  /各(?:街道|乡镇|镇|社区|县直|有关部门)|县委|县政府/.test(text)
    ? county
    : /社区|居委会|小区/.test(text)
      ? '滨河社区'
      : county
