import { localDate } from '@luoshi/rules/local-time'
import { addDays, daysBetween, type PlainDate } from '@luoshi/rules/plain-date'
import { nationalCalendar, nextWorkingDay } from '@luoshi/rules/working-calendar'
import type { House, Signed } from '../context.ts'
import { askSome } from './ask-for-time.ts'
import { bringPapers } from './bring-papers.ts'
import { type Crew, crewOf, leavingSome } from './crew.ts'
import { clearHalfLoaded, finishLoading, isHalfLoaded } from './half-loaded.ts'
import { holdRounds } from './hold-rounds.ts'
import { liveCases } from './live-cases.ts'
import { liveDay, momentOf } from './live-day.ts'
import { patrolPoints } from './patrol-points.ts'
import { drawPictures } from './pictures.ts'
import { planText, type SamplePlanName } from './plan-text.ts'
import { handIn, putToWork } from './put-to-work.ts'
import { readIndicators } from './read-indicators.ts'
import { county } from './sample-county.ts'
import { type SampleWorld, sampleWorld } from './sample-world.ts'
import { type SampleSignIn, sampleSignIns } from './sign-ins.ts'
import { sourceIndicators } from './source-indicators.ts'
import { type Placed, type SampleCounty, writeCounty, writeTenant } from './write-county.ts'
import { writePoints } from './write-points.ts'

export type Say = (sentence: string) => void

/**
 * Fills an empty house with 云溪县: two programmes that have been under way for some weeks, and a plan that waits for review.
 * Everything is done through the commands people use, with the clock set back; it ends at the present day.
 */
export const loadSample = async (house: House, say: Say = () => {}): Promise<readonly SampleSignIn[]> => {
  // A house that went down while the sample was loaded begins anew.
  if (await isHalfLoaded(house)) await clearHalfLoaded(house)
  const tenantId = house.ids.next()
  const world = sampleWorld(house, tenantId)
  const today = localDate(house.clock.now())
  world.setClock(momentOf(addDays(today, -90), '09:00'))
  say('Sample: units and people of 云溪县')
  const root = await writeTenant(world.house, tenantId)
  const people = await writeCounty(world, root)
  const crew = leavingSome(crewOf(people), people, today)
  const office = crew.offices[0] as Signed // the sample seats one
  await writePoints(world, office, people, root.id)

  const starts: readonly Start[] = [
    { plan: 'old-estates', file: '云溪县老旧小区环境整治工作方案.md', day: working(addDays(today, -62)) },
    { plan: 'civil-community', file: '云溪县文明社区创建实施方案.md', day: working(addDays(today, -41)) },
  ]
  const [estates = '', community = ''] = await liveThrough({ world, people, crew, office, root, starts, today, say })
  say('Sample: patrols')
  await patrolPoints(world, crew, today)
  say('Sample: problems found and mended')
  await liveCases(world, { crew, people, today })
  say('Sample: papers for the ledger')
  const held = [
    [community, ['社区', '综合文化服务中心', '街道办事处']],
    [estates, ['居民小区']],
  ] as const
  await bringPapers(world, { people, today, held })
  world.setClock(momentOf(addDays(today, -1), '16:40'))
  await world.inOne(as => sourceIndicators(as(office)))
  world.setClock(momentOf(addDays(today, -1), '16:55'))
  await world.inOne(as => askSome(as, { day: addDays(today, -1), crew }))
  await leaveForReview(world, office, root, today)
  await finishLoading(house, tenantId)
  return sampleSignIns
}

type Start = { readonly plan: SamplePlanName; readonly file: string; readonly day: PlainDate }

const working = (day: PlainDate): PlainDate => nextWorkingDay(nationalCalendar, day)

type Life = {
  readonly world: SampleWorld
  readonly people: SampleCounty
  readonly crew: Crew
  readonly office: Signed
  readonly root: Placed
  readonly starts: readonly Start[]
  readonly today: PlainDate
  readonly say: Say
}

/** Day by day up to the evening before. Answers the programmes, in the order of their starts. */
const liveThrough = async ({
  world,
  people,
  crew,
  office,
  root,
  starts,
  today,
  say,
}: Life): Promise<readonly string[]> => {
  const pictures = await drawPictures()
  const intended = new Map<string, PlainDate>()
  const programmes: { readonly id: string; readonly day: PlainDate }[] = []
  for (let day = starts[0]?.day ?? today; day < today; day = addDays(day, 1)) {
    for (const start of starts.filter(one => one.day === day)) {
      world.setClock(momentOf(day, '09:30'))
      say(`Sample: reading and publishing ${start.file}`)
      const text = await planText(start.plan, today)
      const planId = await handIn(world, office, { text, name: start.file, unitId: root.id })
      programmes.push({ id: await putToWork(world, office, planId), day })
      say(`Sample: some weeks of work in ${county}`)
    }
    await holdRounds({ world, people, crew, today }, day)
    await liveDay(world, { day, crew, pictures, intended })
    for (const programme of programmes)
      if (daysBetween(programme.day, day) % 14 === 13) {
        const done = daysBetween(programme.day, day) / daysBetween(programme.day, today)
        await world.inOne(as => readIndicators(as, programme.id, { day, crew, done }))
      }
  }
  return programmes.map(({ id }) => id)
}

/** What is left for whoever looks at it first. */
const leaveForReview = async (world: SampleWorld, office: Signed, root: Placed, today: PlainDate): Promise<void> => {
  world.setClock(momentOf(addDays(today, -1), '17:10'))
  const text = await planText('property-service', today)
  await handIn(world, office, { text, name: '物业服务质量提升行动方案(征求意见稿).txt', unitId: root.id })
}
