import type { EntryWritten, Receipt, VisitWritten } from '@luoshi/contract/field'
import type { RoundDetail } from '@luoshi/contract/rounds'
import { visitIdOf } from '@luoshi/rules/derived-id'
import { writeStamp } from '@luoshi/sync/stamp'
import type { TestHouse } from '../house.testing.ts'
import { furnishRounds, roundAt } from '../rounds/rounds.testing.ts'
import type { PersonName, UnitName } from '../seed.testing.ts'

export type VisitState = VisitWritten['visit']

/** Ids that sort as they were made, apart from those of the house. */
export const uuid = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`

export const phoneA = uuid(1, 1)
export const phoneB = uuid(1, 2)

/** A moment of the first day, in minutes after nine. */
export const at = (minute: number): string =>
  new Date(Date.parse('2026-03-02T09:00:00+08:00') + minute * 60_000).toISOString()

export const stampAt = (minute: number, deviceId = phoneA, count = 0): string =>
  writeStamp({ ms: Date.parse(at(minute)), count, deviceId })

export type Field = {
  readonly round: RoundDetail
  readonly criteria: readonly string[]
  readonly versionId: string
  /** The points of a unit, by name. */
  readonly pointsOf: (unit: UnitName) => Promise<readonly string[]>
}

/** A county with points, a standard of two criteria, and a round that takes the inspector to every point of the east. */
export const furnishField = async (house: TestHouse, kind: RoundDetail['kind'] = 'open'): Promise<Field> => {
  await furnishRounds(house)
  const round = await roundAt(house, 'drawn', {
    kind,
    inspectorIds: [house.seeded.people.inspector.id],
    quotas: { '居民小区 · 东桥街道': 6 },
  })
  // An hour later: what the tests tell of has been.
  house.setClock(at(60))
  return { round, ...(await heldTo(house)) }
}

export const heldTo = async (house: TestHouse): Promise<Omit<Field, 'round'>> => {
  const { db } = house.house
  const criteria = await db
    .selectFrom('criteria')
    .where('tenant_id', '=', house.seeded.tenantId)
    .orderBy('ordinal')
    .select(['id', 'version_id'])
    .execute()
  return {
    criteria: criteria.map(({ id }) => id),
    versionId: criteria[0]?.version_id ?? '',
    pointsOf: async unit => {
      const rows = await db
        .selectFrom('points')
        .where('unit_id', '=', house.seeded.units[unit].id)
        .orderBy('name')
        .select('id')
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}

export const seen = (
  criterionId: string,
  grade: VisitState['observations'][number]['grade'],
  minute: number,
  more: Partial<VisitState['observations'][number]> = {},
): VisitState['observations'][number] => ({
  criterionId,
  grade,
  exception: null,
  note: '',
  seenAt: at(minute),
  stamp: stampAt(minute),
  photos: [],
  photosDropped: [],
  ...more,
})

/** A visit of the inspector's, or of whoever, to a point of the round; to one of no round where there is none. */
export const visitOf = (
  house: TestHouse,
  { round, versionId }: { readonly round: RoundDetail | null; readonly versionId: string },
  pointId: string,
  more: Partial<VisitState> = {},
  who: PersonName = 'inspector',
): VisitState => ({
  id:
    round === null
      ? uuid(7, Number.parseInt(pointId.slice(-6), 16))
      : visitIdOf(round.id, pointId, house.seeded.people[who].id),
  roundId: round?.id ?? null,
  pointId,
  versionId,
  startedAt: at(0),
  finishedAt: null,
  note: '',
  noteStamp: stampAt(0),
  observations: [],
  ...more,
})

export const visitEntry = (house: TestHouse, visit: VisitState, deviceId = phoneA): EntryWritten => ({
  id: house.house.ids.next(),
  deviceId,
  writtenAt: visit.startedAt,
  kind: 'visit',
  visit,
})

export const deliver = async (
  house: TestHouse,
  entries: readonly EntryWritten[],
  who: PersonName = 'inspector',
): Promise<readonly Receipt[]> =>
  (await house.as(who).field.deliver({ clockErrorMs: 0, entries: [...entries] })).receipts

/** Everything on record of visits, in one order. */
export const recorded = async (house: TestHouse) => {
  const { db } = house.house
  const visits = await db.selectFrom('visits').orderBy('id').selectAll().execute()
  const observations = await db.selectFrom('observations').orderBy('id').selectAll().execute()
  return {
    visits: visits.map(({ received_at: _, ...visit }) => visit),
    observations,
  }
}

export const casesOpen = async (house: TestHouse) =>
  house.house.db
    .selectFrom('cases')
    .where('state', 'not in', ['dismissed', 'closed', 'merged'])
    .orderBy('point_id')
    .orderBy('criterion_id')
    .select(['id', 'point_id', 'criterion_id', 'state', 'unit_id', 'visit_id', 'title', 'severity'])
    .execute()
