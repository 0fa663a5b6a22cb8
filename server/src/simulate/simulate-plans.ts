import { addDays, daysBetween, later, type PlainDate } from '@luoshi/rules/plain-date'
import type { House, Signed } from '../context.ts'
import { layOccurrences } from '../duties/lay-occurrences.ts'
import { type Crew, crewOf } from '../sample/crew.ts'
import { liveDay, momentOf } from '../sample/live-day.ts'
import { readIndicators } from '../sample/read-indicators.ts'
import { type SampleWorld, sampleWorld } from '../sample/sample-world.ts'
import { type Placed, type SampleCounty, writeCounty, writeTenant } from '../sample/write-county.ts'
import { type Account, accountFor } from './account-for.ts'
import { EVE, type PlanToRun, publish, type Scheduled, scheduled } from './schedule.ts'
import { lostWork, reissue, workSoFar } from './second-version.ts'

export type Simulation = {
  readonly plans: readonly PlanToRun[]
  /** Days after its start at which a plan is cut off; one that ends earlier ends by itself. */
  readonly days: number
  readonly say: (sentence: string) => void
}

export type Simulated = Account & {
  readonly name: string
  readonly title: string
  readonly from: PlainDate
  readonly to: PlainDate
}

/**
 * Runs plans from the first day to the last in a county of our invention, on a house that is empty: each published on its day, all
 * worked at beside each other by units of every diligence, decided on by the office, what was left undone missed. Each is accounted
 * for when it is over, in the order in which they end.
 */
export const simulatePlans = async (house: House, { plans, days, say }: Simulation): Promise<readonly Simulated[]> => {
  const world = sampleWorld(house, house.ids.next())
  world.setClock(momentOf(EVE, '09:00'))
  const root = await writeTenant(world.house, world.tenantId)
  const people = await writeCounty(world, root)
  const crew = withStandIn(crewOf(people), people, root)
  const office = crew.offices[0] as Signed // the sample seats one
  const waiting: Scheduled[] = []
  for (const plan of plans) waiting.push(await scheduled(world, office, people.units, plan, days))
  return live({ world, crew, office, say }, waiting)
}

/** Units in which the sample seats nobody have their work done by somebody of the county. */
const withStandIn = (crew: Crew, { people }: SampleCounty, { id, path, kind }: Placed): Crew => {
  const free = people.find(({ role }) => role === 'leader')?.signed
  const memberships = [{ unitId: id, unitPath: path, unitKind: kind, role: 'unit' } as const]
  const standIn = free ? [{ ...free, memberships }] : []
  return { ...crew, of: unitId => (crew.of(unitId).length > 0 ? crew.of(unitId) : standIn) }
}

type County = {
  readonly world: SampleWorld
  readonly crew: Crew
  readonly office: Signed
  readonly say: Simulation['say']
}

type Running = Scheduled & {
  readonly programmeId: string
  /** What was found when its second version was applied. */
  readonly faults: readonly string[]
  readonly done: ReadonlySet<string>
}

/** Missed at noon after a night of grace: two days after its end nothing of a programme is open. */
const settledOn = (to: PlainDate): PlainDate => addDays(to, 2)

const live = async (county: County, plans: readonly Scheduled[]): Promise<readonly Simulated[]> => {
  const first = plans.map(({ from }) => from).sort()[0] ?? EVE
  const last = settledOn(plans.reduce((day, { to }) => later(day, to), first))
  const intended = new Map<string, PlainDate>()
  const ended: Simulated[] = []
  let running: readonly Running[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    await night(county.world, day, daysBetween(first, day))
    for (const plan of plans) if (plan.from === day) running = [...running, await begin(county, plan, day)]
    const revised = running.find(({ reissuedOn }) => reissuedOn === day)
    if (revised) running = [...running.filter(one => one !== revised), await revise(county, revised, day)]
    await liveDay(county.world, { day, crew: county.crew, pictures: [], intended })
    for (const one of running) if (daysBetween(one.from, day) % 30 === 29) await read(county, one, day)
    for (const one of running) if (settledOn(one.to) === day) ended.push(await end(county, one))
    running = running.filter(({ to }) => settledOn(to) > day)
  }
  return ended
}

/** The job runs every night, and now and then twice, as jobs do. */
const night = async ({ house, tenantId, setClock }: SampleWorld, day: PlainDate, number: number): Promise<void> => {
  setClock(momentOf(day, '00:20'))
  await layOccurrences(house, { tenantId })
  if (number % 10 === 0) await layOccurrences(house, { tenantId })
}

const begin = async ({ world, office, say }: County, plan: Scheduled, day: PlainDate): Promise<Running> => {
  world.setClock(momentOf(day, '08:30'))
  say(`${day} ${plan.title}`)
  return { ...plan, programmeId: await publish(world, office, plan.planId), faults: [], done: new Set() }
}

const revise = async ({ world, office, say }: County, running: Running, day: PlainDate): Promise<Running> => {
  const { programmeId, title, faults } = running
  world.setClock(momentOf(day, '08:50'))
  say(`${day} ${title}: second version`)
  const so = await world.inOne(as => accountFor(as(office), programmeId, addDays(day, -2)))
  const done = await world.inOne(as => workSoFar(as(office), programmeId))
  await reissue(world, office, running)
  return { ...running, faults: [...faults, ...so.faults], done }
}

const read = ({ world, crew }: County, { programmeId }: Running, day: PlainDate): Promise<void> =>
  world.inOne(as => readIndicators(as, programmeId, { day, crew, done: 0.5 }))

const end = ({ world, office }: County, running: Running): Promise<Simulated> =>
  world.inOne(async as => {
    const { programmeId, name, title, from, to, done } = running
    const account = await accountFor(as(office), programmeId, to)
    const lost = lostWork(done, await workSoFar(as(office), programmeId))
    return { name, title, from, to, ...account, faults: [...running.faults, ...account.faults, ...lost] }
  })
