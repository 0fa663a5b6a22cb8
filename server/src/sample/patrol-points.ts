import type { ObservationWritten } from '@luoshi/contract/field'
import { observationIdOf } from '@luoshi/rules/derived-id'
import { addDays, type PlainDate } from '@luoshi/rules/plain-date'
import { type Chance, seededChance } from '@luoshi/rules/seeded-chance'
import { visitScore } from '@luoshi/rules/visit-score'
import { isWorkingDay, nationalCalendar } from '@luoshi/rules/working-calendar'
import { writeStamp } from '@luoshi/sync/stamp'
import { sql } from 'kysely'
import type { Signed } from '../context.ts'
import { inChunks } from '../db/in-chunks.ts'
import { deliver } from '../field/deliver.ts'
import { recordVisit } from '../visits/record-visit.ts'
import { groundOf, type VisitState } from '../visits/visit-ground.ts'
import type { Crew } from './crew.ts'
import { momentOf } from './live-day.ts'
import type { SampleWorld } from './sample-world.ts'

type Patrolled = {
  readonly id: string
  readonly name: string
  readonly unit_id: string
  readonly unit_path: string
  readonly version_id: string
  readonly criteria: readonly { id: string; weight: number; critical: boolean }[]
}

type Patrol = { readonly who: Signed; readonly point: Patrolled; readonly visit: VisitState; readonly at: Date }

const days = 24

/**
 * Some weeks of patrols: each community looks at a place of its own on most working days. What is in order is written at once and in
 * bulk; what fails goes the way of every visit and becomes a case. One record from a phone could not be taken.
 */
export const patrolPoints = async (world: SampleWorld, crew: Crew, today: PlainDate): Promise<void> => {
  const chance = seededChance(20_260_722)
  const places = await placesOf(world, crew)
  const patrols = Array.from({ length: days }, (_, ago) => addDays(today, ago - days))
    .filter(day => isWorkingDay(nationalCalendar, day))
    .flatMap((day, turn) => patrolsOn(world, chance, crew, places, day, turn))
  const failing = patrols.filter(({ visit }) => visit.observations.some(({ grade }) => grade === 'fails'))
  await writeInOrder(
    world,
    patrols.filter(patrol => !failing.includes(patrol)),
  )
  for (const { who, visit, at } of failing) {
    world.setClock(new Date(at.getTime() + 40 * 60_000))
    await world.inOne(async as => {
      const context = as(who)
      const sending = {
        entryId: context.ids.next(),
        deviceId: who.personId,
        writtenAt: visit.startedAt,
        clockErrorMs: 0,
      }
      await recordVisit(context, await groundOf(context, [visit]), visit, sending)
    })
  }
  await leaveOneKept(world, patrols)
}

const placesOf = async (
  { house, tenantId }: SampleWorld,
  crew: Crew,
): Promise<ReadonlyMap<string, readonly Patrolled[]>> => {
  const { rows } = await sql<Patrolled>`
    select p.id, p.name, p.unit_id, p.unit_path::text, s.current_version_id as version_id, (
      select jsonb_agg(jsonb_build_object('id', c.id, 'weight', c.weight, 'critical', c.critical) order by c.ordinal) from criteria c
      where c.tenant_id = s.tenant_id and c.version_id = s.current_version_id) as criteria
    from points p join standards s on s.tenant_id = p.tenant_id and s.point_type = p.point_type and s.archived_at is null
    where p.tenant_id = ${tenantId} and s.current_version_id is not null order by p.name, p.id`.execute(house.db)
  return Map.groupBy(
    rows.filter(({ unit_id }) => crew.of(unit_id).length > 0),
    ({ unit_id }) => unit_id,
  )
}

const patrolsOn = (
  { house }: SampleWorld,
  chance: Chance,
  crew: Crew,
  places: ReadonlyMap<string, readonly Patrolled[]>,
  day: PlainDate,
  turn: number,
): readonly Patrol[] =>
  [...places].flatMap(([unitId, points]) => {
    if (!chance.happens(crew.diligence(unitId) * 0.7)) return []
    const point = points[turn % points.length] as Patrolled // a unit has some
    const who = chance.pick(crew.of(unitId))
    const at = momentOf(day, `${chance.between(8, 16).toString().padStart(2, '0')}:${chance.between(10, 55)}`)
    return [{ who, point, at, visit: visitOf(chance, house.ids.next(), who.personId, point, at) }]
  })

const visitOf = (chance: Chance, id: string, deviceId: string, point: Patrolled, at: Date): VisitState => {
  const minute = (n: number): string => new Date(at.getTime() + n * 60_000).toISOString()
  const fails = chance.oneIn(14) ? chance.below(point.criteria.length) : -1
  const observations = point.criteria.map(({ id: criterionId }, n): ObservationWritten => {
    const grade = n === fails ? 'fails' : chance.oneIn(11) ? 'mostly' : chance.oneIn(24) ? 'not-applicable' : 'conforms'
    return {
      ...{ criterionId, grade, exception: null, photos: [], photosDropped: [] },
      note: grade === 'fails' ? chance.pick(wrong) : grade === 'mostly' && chance.oneIn(2) ? chance.pick(nearly) : '',
      seenAt: minute(n + 1),
      stamp: writeStamp({ ms: at.getTime() + n * 60_000, count: n, deviceId }),
    }
  })
  return {
    ...{ id, roundId: null, pointId: point.id, versionId: point.version_id },
    ...{ startedAt: minute(0), finishedAt: minute(point.criteria.length + 2), note: '' },
    noteStamp: writeStamp({ ms: 0, count: 0, deviceId }),
    observations,
  }
}

const wrong = [
  '楼道口停着一辆没有牌照的电动车',
  '灭火器压力表指针在红区',
  '宣传栏玻璃裂了一道',
  '雨水口被落叶堵住',
  '无障碍坡道被货物占用',
] as const
const nearly = ['当场清理了', '已提醒店主，下午复看', '有一处待补', '比上周好'] as const

/** As recording them one by one would have left them. */
const writeInOrder = async ({ house, tenantId }: SampleWorld, patrols: readonly Patrol[]): Promise<void> => {
  const visits = patrols.map(({ who, point, visit }) => {
    const held = new Map(point.criteria.map(criterion => [criterion.id, criterion]))
    const graded = visit.observations.map(({ criterionId, grade }) => ({
      ...{ grade, weight: held.get(criterionId)?.weight ?? 1, critical: held.get(criterionId)?.critical ?? false },
    }))
    const { notApplicable, criticalFailed, ...score } = visitScore(graded)
    return {
      ...{ tenant_id: tenantId, id: visit.id, point_id: point.id, version_id: point.version_id },
      ...{ person_id: who.personId, unit_id: point.unit_id, unit_path: point.unit_path },
      ...{ started_at: visit.startedAt, finished_at: visit.finishedAt, received_at: visit.finishedAt ?? '' },
      ...{ note_stamp: visit.noteStamp, ...score, not_applicable: notApplicable, critical_failed: criticalFailed },
    }
  })
  const observations = patrols.flatMap(({ visit }) =>
    visit.observations.map(seen => ({
      ...{ tenant_id: tenantId, visit_id: visit.id, criterion_id: seen.criterionId, point_id: visit.pointId },
      ...{ id: observationIdOf(visit.id, seen.criterionId), grade: seen.grade, note: seen.note },
      ...{ seen_at: seen.seenAt, stamp: seen.stamp },
    })),
  )
  const audit = patrols.map(({ who, point, visit }) => ({
    ...{ tenant_id: tenantId, id: house.ids.next(), at: visit.finishedAt ?? '', person_id: who.personId, via: 'desk' },
    ...{ action: 'visit.record', subject_kind: 'visit', subject_id: visit.id, subject: point.name },
    ...{ unit_path: point.unit_path, request_id: 'sample' },
    content: JSON.stringify({ observations: visit.observations.length, finished: true }),
  }))
  await inChunks(visits, chunk => house.db.insertInto('visits').values(chunk).execute())
  await inChunks(observations, chunk => house.db.insertInto('observations').values(chunk).execute())
  await inChunks(audit, chunk => house.db.insertInto('audit_entries').values(chunk).execute())
}

/** Somebody patrolled the place of a neighbour; it waits for the office to say what is to become of it. */
const leaveOneKept = async (world: SampleWorld, patrols: readonly Patrol[]): Promise<void> => {
  const last = patrols.at(-1)
  const elsewhere = patrols.find(({ point }) => point.unit_id !== last?.point.unit_id)
  if (!last || !elsewhere) return
  world.setClock(new Date(last.at.getTime() + 60 * 60_000))
  await world.inOne(async as => {
    const context = as(last.who)
    const visit = {
      ...last.visit,
      id: context.ids.next(),
      pointId: elsewhere.point.id,
      versionId: elsewhere.point.version_id,
    }
    const head = { id: context.ids.next(), deviceId: last.who.personId, writtenAt: visit.startedAt }
    await deliver(context, { clockErrorMs: 0, entries: [{ ...head, kind: 'visit', visit }] }, 'zh')
  })
}
