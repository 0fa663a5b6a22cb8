import type { Criterion, Grade } from '@luoshi/contract/standards'
import type { LocalVisit } from '@luoshi/sync/outbox-store'
import { expect, test } from 'vitest'
import { firstUnseen, lacking, nextUnseen, seenOf, unseen } from './visit-reading.ts'

const criterion = (id: string, photo: Criterion['photo'] = 'optional'): Criterion => ({
  ...{
    id,
    photo,
    section: '',
    text: '楼道没有堆物',
    weight: 1,
    critical: false,
    grades: {},
    exceptions: [],
    evidence: [],
  },
  ...{ lookWhere: '', lookHow: '', categoryId: null },
})

const visit = (grades: Readonly<Record<string, Grade>>, photos: readonly string[] = []): LocalVisit => ({
  ...{ id: 'v', personId: 'p', drafts: { d: { note: '半句', photos: ['x'] } } },
  visit: {
    ...{
      id: 'v',
      roundId: null,
      pointId: 'q',
      versionId: 's',
      startedAt: '',
      finishedAt: null,
      note: '',
      noteStamp: '',
    },
    observations: Object.entries(grades).map(([criterionId, grade]) => ({
      ...{ criterionId, grade, exception: null, note: '', seenAt: '', stamp: '', photosDropped: [] },
      photos: [...photos],
    })),
  },
})

const content = ['a', 'b', 'c', 'd'].map(id => criterion(id))

test('after a tap comes the next criterion without a grade, round the end to what was left out', () => {
  expect(nextUnseen(visit({ a: 'conforms' }), content, 0)).toBe(1)
  expect(nextUnseen(visit({ c: 'conforms', d: 'fails' }), content, 3)).toBe(0)
  expect(nextUnseen(visit({ a: 'conforms', b: 'mostly', c: 'fails', d: 'fails' }), content, 3)).toBe(null)
})

test('a visit is gone on with at the first criterion without a grade, in whatever order the others were seen', () => {
  expect(firstUnseen(visit({ b: 'conforms', d: 'fails' }), content)).toBe(0)
  expect(firstUnseen(visit({ a: 'conforms', b: 'mostly', d: 'fails' }), content)).toBe(2)
  expect(firstUnseen(visit({ a: 'conforms', b: 'mostly', c: 'fails' }), content)).toBe(3)
  expect(firstUnseen(visit({ a: 'conforms', b: 'mostly', c: 'fails', d: 'fails' }), content)).toBe(null)
})

test('what has a note and no grade is not seen yet, and its note is not lost', () => {
  const local = visit({ a: 'conforms' })
  expect(seenOf(local, 'd')).toEqual({ grade: null, exception: null, note: '半句', photos: ['x'] })
  expect(unseen(local, content)).toBe(3)
})

test('a photo is asked for only where the standard asks and the criterion fails', () => {
  const strict = [criterion('a', 'required'), criterion('b', 'required'), criterion('c')]
  expect(lacking(visit({ a: 'fails', b: 'conforms', c: 'fails' }), strict)).toEqual([{ at: 0, lack: 'photo' }])
  expect(lacking(visit({ a: 'fails' }, ['photo']), strict)).toEqual([])
})

test('a note is asked for where a criterion conforms by an exception', () => {
  const lenient = [{ ...criterion('a'), exceptions: ['没有车棚'] }, criterion('b')]
  const local = visit({ a: 'conforms' })
  const by = (note: string): LocalVisit => ({
    ...local,
    visit: {
      ...local.visit,
      observations: local.visit.observations.map(seen => ({ ...seen, exception: '没有车棚', note })),
    },
  })
  expect(lacking(by(''), lenient)).toEqual([{ at: 0, lack: 'note' }])
  expect(lacking(by('1987年建'), lenient)).toEqual([])
})
