import { addDays, earlier, later, type PlainDate } from '@luoshi/rules/plain-date'
import type { House, Signed } from '../context.ts'
import { layOccurrences } from '../duties/lay-occurrences.ts'
import { fillYear } from '../plans/fill-year.ts'
import { type AnyItem, hasImpossibleDate } from '../plans/item-content.ts'
import { previewPublication } from '../plans/preview-publication.ts'
import { publishPlan } from '../plans/publish-plan.ts'
import { getReview } from '../review/queries.ts'
import { type Crew, crewOf } from '../sample/crew.ts'
import { liveDay, momentOf } from '../sample/live-day.ts'
import { handIn, reviewAll } from '../sample/put-to-work.ts'
import { readIndicators } from '../sample/read-indicators.ts'
import { county } from '../sample/sample-county.ts'
import { type SampleWorld, sampleWorld } from '../sample/sample-world.ts'
import { type Placed, placed, type SampleCounty, writeCounty, writeTenant } from '../sample/write-county.ts'
import { type Account, accountFor } from './account-for.ts'

export type Simulation = {
  readonly text: string
  readonly name: string
  /** Days after the start at which it is cut off; a plan that ends earlier ends by itself. */
  readonly days: number
  readonly say: (sentence: string) => void
}

export type Simulated = Account & {
  readonly title: string
  readonly from: PlainDate
  readonly to: PlainDate
}

const YEAR = 2026
const EVE = '2026-01-04'

/**
 * Runs a plan from its first day to its last in a county of our invention, on a house that is empty: published, worked at by units
 * of every diligence, decided on by the office, what was left undone missed. Then everything is accounted for.
 */
export const simulatePlan = async (house: House, { text, name, days, say }: Simulation): Promise<Simulated> => {
  const tenantId = house.ids.next()
  const world = sampleWorld(house, tenantId)
  world.setClock(momentOf(EVE, '09:00'))
  const root = await writeTenant(world.house, tenantId)
  const people = await writeCounty(world, root)
  const crew = withStandIn(crewOf(people), people, root)
  const office = crew.offices[0] as Signed // the sample seats one
  const planId = await handIn(world, office, { text, name, unitId: placed(people.units, standsFor(text)).id })
  const { title, from, to, programmeId } = await publishOnItsDay(world, office, planId, days)
  say(`${title}: ${from} – ${to}`)
  await live(world, crew, programmeId, from, to, say)
  world.setClock(momentOf(addDays(to, 2), '12:10'))
  await liveDay(world, { day: addDays(to, 2), crew, pictures: [], intended: new Map() })
  const account = await world.inOne(as => accountFor(as(office), programmeId, to))
  return { title, from, to, ...account }
}

/** Units in which the sample seats nobody have their work done by somebody of the county. */
const withStandIn = (crew: Crew, { people }: SampleCounty, { id, path, kind }: Placed): Crew => {
  const free = people.find(({ role }) => role === 'leader')?.signed
  const memberships = [{ unitId: id, unitPath: path, unitKind: kind, role: 'unit' } as const]
  const standIn = free ? [{ ...free, memberships }] : []
  return { ...crew, of: unitId => (crew.of(unitId).length > 0 ? crew.of(unitId) : standIn) }
}

/** A plan that speaks of all communities is the county's; one of a community is that community's. */
const standsFor = (text: string): string =>
  /各(?:街道|乡镇|镇|社区|县直|有关部门)|县委|县政府/.test(text)
    ? county
    : /社区|居委会|小区/.test(text)
      ? '滨河社区'
      : county

const publishOnItsDay = async (world: SampleWorld, office: Signed, planId: string, days: number) => {
  const { title, preview } = await world.inOne(async as => {
    const context = as(office)
    if ((await getReview(context, planId)).yearMissing) await fillYear(context, planId, YEAR)
    await reviewAll(
      context,
      planId,
      ({ kind, content }) => hasImpossibleDate({ kind, content } as unknown as AnyItem), // an item of the review is one of the table
    )
    const { title: found } = await getReview(context, planId)
    return { title: found, preview: await previewPublication(context, planId) }
  })
  const from = later(preview.startsOn ?? EVE, addDays(EVE, 1))
  const to = earlier(preview.endsOn ?? '9999-12-31', addDays(from, days))
  world.setClock(momentOf(from, '08:30'))
  const { programmeId } = await world.inOne(as => publishPlan(as(office), planId))
  return { title, from, to: later(from, to), programmeId }
}

const live = async (
  world: SampleWorld,
  crew: Crew,
  programmeId: string,
  from: PlainDate,
  to: PlainDate,
  say: Simulation['say'],
): Promise<void> => {
  const intended = new Map<string, PlainDate>()
  for (let day = from, number = 0; day <= to; day = addDays(day, 1), number += 1) {
    // The job runs every night, and is run twice, as jobs are.
    world.setClock(momentOf(day, '00:20'))
    await layOccurrences(world.house, { tenantId: world.tenantId })
    if (number % 10 === 0) await layOccurrences(world.house, { tenantId: world.tenantId })
    await liveDay(world, { day, crew, pictures: [], intended })
    if (number % 30 === 29) {
      say(day)
      await world.inOne(as => readIndicators(as, programmeId, { day, crew, done: 0.5 }))
    }
  }
}
