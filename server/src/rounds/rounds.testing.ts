import type { RoundDetail, RoundWritten } from '@luoshi/contract/rounds'
import { visitIdOf } from '@luoshi/rules/derived-id'
import { localDate } from '@luoshi/rules/local-time'
import { addDays } from '@luoshi/rules/plain-date'
import type { TestHouse } from '../house.testing.ts'
import type { PersonName, UnitName } from '../seed.testing.ts'

/** Estates of two streets, three points in each community, held to a published standard of two criteria. */
export const furnishRounds = async (house: TestHouse): Promise<void> => {
  const officer = house.as('officer')
  const standard = await officer.standards.create({
    unitId: house.seeded.units.county.id,
    title: '居民小区测评标准',
    pointType: '居民小区',
    content: ['楼道无杂物', '消防通道畅通'].map(text => ({
      id: house.house.ids.next(),
      section: '环境',
      text,
      weight: 1,
      critical: false,
      grades: {},
      exceptions: [],
      evidence: [],
      photo: 'optional',
      lookWhere: '',
      lookHow: '',
      categoryId: null,
    })),
  })
  await officer.standards.publish({ id: standard.id, version: standard.version })
  for (const unit of inspected)
    for (const number of [1, 2, 3])
      await officer.points.create({
        pointType: '居民小区',
        name: `${house.seeded.units[unit].name}${number}号院`,
        unitId: house.seeded.units[unit].id,
      })
}

export const inspected = ['willow', 'pond', 'hill', 'ferry'] as const satisfies readonly UnitName[]

/** A round of the county over its four communities, drawn one point in three, unless told otherwise. */
export const roundWritten = (house: TestHouse, changes: Partial<RoundWritten> = {}): RoundWritten => {
  const { units, people } = house.seeded
  const today = localDate(house.house.clock.now())
  return {
    title: '三月抽查',
    kind: 'open',
    unitId: units.county.id,
    programmeId: null,
    dutyId: null,
    startsOn: today,
    endsOn: addDays(today, 6),
    pointTypes: ['居民小区'],
    withinUnitIds: [units.county.id],
    inspectorIds: [people.inspector.id, people.urbanUnit.id],
    inspectorsPerPoint: 1,
    apartRounds: 0,
    ties: [],
    quotas: { '居民小区 · 东桥街道': 2, '居民小区 · 西渡街道': 2 },
    ...changes,
  }
}

export type Reached = 'draft' | 'committed' | 'drawn' | 'ended'

/** Takes a round as far as asked, as its office would. */
export const roundAt = async (
  house: TestHouse,
  reached: Reached,
  changes: Partial<RoundWritten> = {},
  office: PersonName = 'officer',
): Promise<RoundDetail> => {
  const rounds = house.as(office).rounds
  const draft = await rounds.create(roundWritten(house, changes))
  if (reached === 'draft') return draft
  const committed = await rounds.commit(draft)
  if (reached === 'committed') return committed
  const drawn = await rounds.draw({ ...key(committed), witness: '柳书记', witnessWords: '今天食堂吃饺子' })
  if (reached === 'drawn') return drawn
  return rounds.end(key(drawn))
}

export const key = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })

/** The inspector has been at the point: each criterion is graded, the first as given. */
export const visitMade = async (
  house: TestHouse,
  round: RoundDetail,
  pointId: string,
  personId: string,
  grade: 'conforms' | 'fails',
): Promise<string> => {
  const { db, clock } = house.house
  const keys = { tenant_id: house.seeded.tenantId }
  const id = visitIdOf(round.id, pointId, personId)
  const point = await db.selectFrom('points').where('id', '=', pointId).selectAll().executeTakeFirstOrThrow()
  const { version_id } = await db
    .selectFrom('round_points')
    .where('round_id', '=', round.id)
    .where('point_id', '=', pointId)
    .select('version_id')
    .executeTakeFirstOrThrow()
  const criteria = await db
    .selectFrom('criteria')
    .where('version_id', '=', version_id)
    .orderBy('ordinal')
    .select('id')
    .execute()
  const now = clock.now()
  await db
    .insertInto('visits')
    .values({
      ...keys,
      id,
      round_id: round.id,
      point_id: pointId,
      version_id,
      person_id: personId,
      unit_id: point.unit_id,
      unit_path: point.unit_path,
      started_at: now,
      finished_at: now,
      received_at: now,
      conforms: criteria.length - (grade === 'fails' ? 1 : 0),
      fails: grade === 'fails' ? 1 : 0,
      score: grade === 'fails' ? 50 : 100,
    })
    .execute()
  await db
    .insertInto('observations')
    .values(
      criteria.map((criterion, index) => ({
        ...keys,
        visit_id: id,
        criterion_id: criterion.id,
        id: house.house.ids.next(),
        point_id: pointId,
        grade: index === 0 ? grade : 'conforms',
        seen_at: now,
        stamp: `${String(now.getTime()).padStart(15, '0')}-000000-00000000-0000-0000-0000-000000000000`,
      })),
    )
    .execute()
  return id
}
