import type { ObservationWritten } from '@luoshi/contract/field'
import { visitIdOf } from '@luoshi/rules/derived-id'
import { addDays, type PlainDate } from '@luoshi/rules/plain-date'
import { writeStamp } from '@luoshi/sync/stamp'
import type { Context, Signed } from '../context.ts'
import { recordVisit } from '../visits/record-visit.ts'
import { groundOf, type VisitState } from '../visits/visit-ground.ts'
import type { Crew } from './crew.ts'
import { momentOf } from './live-day.ts'
import type { SampleWorld } from './sample-world.ts'
import type { SampleCounty } from './write-county.ts'

/** The county while its rounds are held. */
export type RoundLife = {
  readonly world: SampleWorld
  readonly people: SampleCounty
  readonly crew: Crew
  readonly today: PlainDate
}

type Round = {
  readonly roundId: string
  readonly office: Signed
  /** How many of the points are visited. */
  readonly share: number
  readonly day: PlainDate
}

/** The inspectors go where the lot sent them, some places a day, and grade what they find. */
export const visitPoints = async (life: RoundLife, round: Round): Promise<void> => {
  const { world, people } = life
  await world.inOne(async as => {
    const pairs = await pairsOf(as(round.office), round.roundId)
    const visits = pairs.slice(0, Math.floor(pairs.length * round.share))
    for (const [index, pair] of visits.entries()) {
      const person = people.people.find(({ signed }) => signed.personId === pair.person_id)
      if (!person) continue
      const moment = momentOf(
        addDays(round.day, Math.floor(index / 8)),
        `${String(9 + (index % 8)).padStart(2, '0')}:10`,
      )
      world.setClock(new Date(moment.getTime() + 30 * 60_000))
      const context = as(person.signed)
      const visit = visitOf(life.crew, round.roundId, pair, moment)
      const ground = await groundOf(context, [visit])
      await recordVisit(context, ground, visit, {
        ...{ entryId: context.ids.next(), deviceId: person.signed.personId },
        ...{ writtenAt: moment.toISOString(), clockErrorMs: 0 },
      })
    }
  })
}

type Pair = {
  readonly point_id: string
  readonly person_id: string
  readonly version_id: string
  readonly unit_id: string
  readonly criteria: readonly string[]
}

const pairsOf = async ({ db, actor }: Context, roundId: string): Promise<readonly Pair[]> => {
  const rows = await db
    .selectFrom('round_pairs as x')
    .innerJoin('round_points as d', join =>
      join
        .onRef('d.tenant_id', '=', 'x.tenant_id')
        .onRef('d.round_id', '=', 'x.round_id')
        .onRef('d.point_id', '=', 'x.point_id'),
    )
    .innerJoin('points as p', join => join.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.id', '=', 'd.point_id'))
    .innerJoin('criteria as c', join =>
      join.onRef('c.tenant_id', '=', 'd.tenant_id').onRef('c.version_id', '=', 'd.version_id'),
    )
    .where('x.tenant_id', '=', actor.tenantId)
    .where('x.round_id', '=', roundId)
    .groupBy(['x.point_id', 'x.person_id', 'd.version_id', 'p.unit_id', 'd.ordinal'])
    .orderBy('d.ordinal')
    .select(['x.point_id', 'x.person_id', 'd.version_id', 'p.unit_id'])
    .select(({ fn }) => fn.agg<string[]>('array_agg', ['c.id']).as('criteria'))
    .execute()
  return rows
}

const visitOf = (crew: Crew, roundId: string, pair: Pair, moment: Date): VisitState => {
  const stamp = (minute: number): string =>
    writeStamp({ ms: moment.getTime() + minute * 60_000, count: 0, deviceId: pair.person_id })
  const at = (minute: number): string => new Date(moment.getTime() + minute * 60_000).toISOString()
  const care = crew.diligence(pair.unit_id)
  return {
    id: visitIdOf(roundId, pair.point_id, pair.person_id),
    roundId,
    pointId: pair.point_id,
    versionId: pair.version_id,
    startedAt: at(0),
    finishedAt: at(25),
    note: '',
    noteStamp: stamp(25),
    observations: pair.criteria.map((criterionId, index): ObservationWritten => {
      const grade = gradeFor(crew, care)
      return {
        ...{ criterionId, grade, exception: null, photos: [], photosDropped: [] },
        note: grade === 'fails' ? crew.chance.pick(findings) : '',
        seenAt: at(1 + index),
        stamp: stamp(1 + index),
      }
    }),
  }
}

const gradeFor = ({ chance }: Crew, care: number): ObservationWritten['grade'] => {
  if (chance.happens(0.05)) return 'not-applicable'
  if (chance.happens((1 - care) * 0.16)) return 'fails'
  return chance.happens(0.12) ? 'mostly' : 'conforms'
}

const findings = [
  '楼道拐角堆着旧家具',
  '消防通道停了两辆电动车',
  '公示栏内容是上个季度的',
  '垃圾桶旁散落了袋装垃圾',
  '墙面有新贴的小广告',
  '台账缺上个月的记录',
] as const
