import { addDays, type PlainDate } from '@luoshi/rules/plain-date'
import type { RoundKind } from '@luoshi/rules/round-kind'
import type { Signed } from '../context.ts'
import { commitRound } from '../rounds/commit-round.ts'
import { drawRound } from '../rounds/draw-round.ts'
import { endRound } from '../rounds/end-round.ts'
import { planSample } from '../rounds/plan-sample.ts'
import { createRound } from '../rounds/write-round.ts'
import { momentOf } from './live-day.ts'
import { county } from './sample-county.ts'
import { type RoundLife, visitPoints } from './visit-points.ts'
import type { SampleCounty } from './write-county.ts'

type SampleRound = {
  readonly title: string
  readonly kind: RoundKind
  readonly unit: string
  readonly types: readonly string[]
  readonly points: number
  /** Accounts; all who come into question where none are named. */
  readonly inspectors: readonly string[]
  /** Days before the present one. */
  readonly begins: number
  readonly ends: number
  readonly until: 'committed' | 'drawn' | 'ended'
  /** How many of the points are visited, by share. */
  readonly visited: number
  readonly witness: readonly [name: string, words: string] | null
}

/** One that is over, one that is under way, one that nobody inspected knows of, and one that waits for the lot. */
const rounds: readonly SampleRound[] = [
  {
    ...{ title: '全县小区、市场第一轮抽查', kind: 'open', unit: county, types: ['居民小区', '农贸市场'], points: 16 },
    ...{ inspectors: [], begins: 24, ends: 18, until: 'ended', visited: 0.94 },
    witness: ['柳如苇', '社区门口的石榴今天裂了两个口'],
  },
  {
    ...{ title: '商场、宾馆本周抽查', kind: 'open', unit: county, types: ['商场超市', '宾馆酒店'], points: 12 },
    ...{ inspectors: ['inspector', 'yx052', 'yx053'], begins: 2, ends: -4, until: 'drawn', visited: 0.4 },
    witness: ['沈临川', '今早七点半,桥上过去了三辆洒水车'],
  },
  {
    ...{ title: '居民小区夜间暗访', kind: 'unannounced', unit: county, types: ['居民小区'], points: 6 },
    ...{ inspectors: ['inspector', 'yx052'], begins: 1, ends: -3, until: 'drawn', visited: 0 },
    witness: ['严守一', '抽屉里的旧印泥是去年冬至买的'],
  },
  {
    ...{ title: '临河街道社区互检', kind: 'mutual', unit: '临河街道', types: ['居民小区', '社区'], points: 8 },
    ...{ inspectors: [], begins: 1, ends: -6, until: 'committed', visited: 0, witness: null },
  },
]

/** Whatever rounds do on a day of the sample: begin, are visited, end. */
export const holdRounds = async (life: RoundLife, day: PlainDate): Promise<void> => {
  for (const round of rounds) if (addDays(life.today, -round.begins) === day) await holdRound(life, round)
}

const holdRound = async (life: RoundLife, round: SampleRound): Promise<void> => {
  const { world, people, today } = life
  const day = addDays(today, -round.begins)
  const office = officeOf(people, round.unit)
  world.setClock(momentOf(day, '08:40'))
  const id = await world.inOne(async as => {
    const context = as(office)
    const draft = await createRound(context, await written(life, round, context))
    const bound = await commitRound(context, draft)
    if (round.until === 'committed') return null
    const [witness, witnessWords] = round.witness ?? [null, null]
    await drawRound(context, { id: bound.id, version: bound.version, witness, witnessWords })
    return bound.id
  })
  if (id === null || round.visited === 0) return
  await visitPoints(life, { roundId: id, office, share: round.visited, day })
  if (round.until !== 'ended') return
  world.setClock(momentOf(addDays(today, -round.ends), '17:20'))
  await world.inOne(async as => {
    const context = as(office)
    const { version } = await context.db
      .selectFrom('rounds')
      .where('tenant_id', '=', world.tenantId)
      .where('id', '=', id)
      .select('version')
      .executeTakeFirstOrThrow()
    await endRound(context, { id, version })
  })
}

const written = async ({ people, today }: RoundLife, round: SampleRound, context: Parameters<typeof planSample>[0]) => {
  const unitId = people.units.get(round.unit)?.id ?? ''
  const of = { unitId, kind: round.kind, pointTypes: [...round.types], withinUnitIds: [unitId] }
  const plan = await planSample(context, { ...of, total: round.points, margin: null })
  const named = people.people.filter(({ account }) => round.inspectors.includes(account))
  return {
    ...of,
    title: round.title,
    programmeId: null,
    dutyId: null,
    startsOn: addDays(today, -round.begins),
    endsOn: addDays(today, -round.ends),
    inspectorIds:
      named.length > 0 ? named.map(({ signed }) => signed.personId) : plan.candidates.map(({ person }) => person.id),
    inspectorsPerPoint: 1,
    apartRounds: 1,
    ties: [],
    quotas: Object.fromEntries(plan.strata.map(({ stratum, quota }) => [stratum, quota])),
  }
}

const officeOf = ({ people }: SampleCounty, unit: string): Signed => {
  const found = people.find(one => one.unit === unit && one.role === 'office')
  if (!found) throw new Error(`The sample has no office at ${unit}.`)
  return found.signed
}
