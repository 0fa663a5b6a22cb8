import type { Carried } from '@luoshi/contract/field'
import { derivedId, visitIdOf } from '@luoshi/rules/derived-id'

export const POINTS = 2000
export const CRITERIA = 20

const id = (kind: string, number: number): string => derivedId(kind, String(number))
export const roundId = id('round', 1)
const person = { id: id('person', 1), name: '方一禾' }
const unit = { id: id('unit', 1), name: '柳塘社区', kind: 'community' as const }
const versionId = id('version', 1)

const criteria = Array.from({ length: CRITERIA }, (_, place) => ({
  ...{
    id: id('criterion', place),
    section: '环境',
    text: `楼道第 ${place + 1} 项整洁有序`,
    weight: 1,
    critical: false,
  },
  ...{ grades: {}, exceptions: [], evidence: [], photo: 'optional' as const, lookWhere: '楼梯间', lookHow: '走一遍' },
  categoryId: null,
}))

const points = Array.from({ length: POINTS }, (_, place) => ({
  ...{ id: id('point', place), name: `${place} 号楼`, pointType: '居民楼道', unit, address: `柳塘路 ${place} 号` },
  ...{ contactName: '', contactPhone: '', code: `L${place}`, openCases: [] },
  position: { longitude: 120 + (place % 50) / 1000, latitude: 30 + Math.floor(place / 50) / 1000 },
  last: criteria.map(criterion => ({
    ...{ criterionId: criterion.id, grade: 'conforms' as const, note: '', seenAt: '2026-03-02T01:00:00.000Z' },
  })),
}))

/** What a phone brings along for a round of two thousand points, with what was last seen at each of them. */
export const carried: Carried = {
  now: '2026-03-09T01:00:00.000Z',
  person,
  units: [unit],
  rounds: [
    {
      ...{ id: roundId, title: '三月楼道普查', kind: 'open', startsOn: '2026-03-09', endsOn: '2026-03-31' },
      points: points.map(point => ({
        ...{ pointId: point.id, versionId, visitId: visitIdOf(roundId, point.id, person.id) },
        ...{ criteria: criteria.length, finishedAt: null },
      })),
    },
  ],
  points,
  standards: [
    {
      versionId,
      standardId: id('standard', 1),
      title: '居民楼道标准',
      pointType: '居民楼道',
      number: 1,
      content: criteria,
    },
  ],
  ...{ categories: [], visits: [], occurrences: [], cases: [] },
  left: { points: 0, visits: 0, occurrences: 0, mend: 0, recheck: 0 },
}
