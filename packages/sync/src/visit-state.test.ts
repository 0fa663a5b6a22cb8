import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uuid } from './field-model.testing.ts'
import { writeStamp } from './stamp.ts'
import { mergeVisits, settled, type VisitState } from './visit-state.ts'

const stamp = (ms: number, device: number): string => writeStamp({ ms, count: 0, deviceId: uuid(1, device) })
const at = (minute: number): string => new Date(Date.UTC(2026, 4, 6, 1, minute)).toISOString()

const observation = fc
  .record({
    criterion: fc.nat(3),
    grade: fc.constantFrom('conforms', 'mostly', 'fails', 'not-applicable'),
    note: fc.constantFrom('', '堆物', '已清'),
    ms: fc.nat(4),
    device: fc.nat(1),
    photos: fc.uniqueArray(fc.nat(5), { maxLength: 3 }),
    dropped: fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
  })
  .map(({ criterion, grade, note, ms, device, photos, dropped }) => ({
    criterionId: uuid(2, criterion),
    grade: grade as VisitState['observations'][number]['grade'], // one of the constants above
    exception: null,
    note,
    seenAt: at(ms),
    stamp: stamp(ms, device),
    photos: photos.map(n => uuid(3, n)),
    photosDropped: dropped.map(n => uuid(3, n)),
  }))

const visit: fc.Arbitrary<VisitState> = fc
  .record({
    started: fc.nat(5),
    finished: fc.option(fc.nat(5)),
    note: fc.constantFrom('', '一', '二'),
    ms: fc.nat(3),
    device: fc.nat(1),
    observations: fc.array(observation, { maxLength: 5 }),
  })
  .map(({ started, finished, note, ms, device, observations }) => ({
    id: uuid(4, 1),
    roundId: uuid(5, 1),
    pointId: uuid(6, 1),
    versionId: uuid(7, 1),
    startedAt: at(started),
    finishedAt: finished === null ? null : at(finished),
    note,
    noteStamp: stamp(ms, device),
    observations,
  }))

test('SYNC-4 merging is commutative, associative and idempotent', () => {
  fc.assert(
    fc.property(visit, visit, visit, (a, b, c) => {
      expect(mergeVisits(a, b)).toEqual(mergeVisits(b, a))
      expect(mergeVisits(mergeVisits(a, b), c)).toEqual(mergeVisits(a, mergeVisits(b, c)))
      expect(mergeVisits(a, a)).toEqual(settled(a))
      expect(mergeVisits(mergeVisits(a, b), b)).toEqual(mergeVisits(a, b))
    }),
    { numRuns: 500 },
  )
})

const seen = (change: Partial<VisitState['observations'][number]>): VisitState['observations'][number] => ({
  criterionId: uuid(2, 1),
  grade: 'fails',
  exception: null,
  note: '堆物',
  seenAt: at(1),
  stamp: stamp(1, 1),
  photos: [],
  photosDropped: [],
  ...change,
})
const having = (change: Partial<VisitState>): VisitState => ({
  id: uuid(4, 1),
  roundId: null,
  pointId: uuid(6, 1),
  versionId: uuid(7, 1),
  startedAt: at(0),
  finishedAt: null,
  note: '',
  noteStamp: stamp(0, 1),
  observations: [],
  ...change,
})

test('SYNC-5 the last word on a criterion counts whole, whatever arrives last', () => {
  const early = having({ note: '先', noteStamp: stamp(1, 1), observations: [seen({})], finishedAt: at(9) })
  const late = having({
    startedAt: at(2),
    note: '后',
    noteStamp: stamp(2, 1),
    finishedAt: at(5),
    observations: [seen({ grade: 'conforms', note: '', stamp: stamp(2, 0), seenAt: at(2) })],
  })
  const merged = mergeVisits(late, early)
  expect(merged.observations).toEqual(late.observations)
  expect(merged).toMatchObject({ note: '后', startedAt: at(0), finishedAt: at(9) })
})

test('SYNC-6 photos of two devices come together, and one taken back does not come again', () => {
  const one = having({ observations: [seen({ photos: [uuid(3, 1), uuid(3, 2)], stamp: stamp(1, 1) })] })
  const other = having({
    observations: [seen({ photos: [uuid(3, 3)], photosDropped: [uuid(3, 2)], stamp: stamp(2, 2) })],
  })
  const merged = mergeVisits(mergeVisits(one, other), one)
  expect(merged.observations[0]?.photos).toEqual([uuid(3, 1), uuid(3, 3)])
})
