import type { LocalVisit } from '@luoshi/sync/outbox-store'
import { expect, test } from 'vitest'
import type { KeptPoint, KeptRound, KeptStandard } from '../offline/field-database.ts'
import { filterRows, rowsOfPatrol, rowsOfRound } from './point-rows.ts'

const unit = { id: 'u', name: '柳塘社区', kind: 'community' as const }

const point = (id: string, name: string, pointType = '楼道'): KeptPoint => ({
  ...{ id, name, pointType, unit, address: '柳塘路', contactName: '', contactPhone: '', position: null, code: id },
  openCases: [],
})

const visit = (id: string, pointId: string, more: Partial<LocalVisit['visit']> = {}): readonly [string, LocalVisit] => [
  id,
  {
    ...{ id, personId: 'p', drafts: {} },
    visit: {
      ...{ id, roundId: null, pointId, versionId: 'v1', startedAt: '', finishedAt: null, note: '', noteStamp: '' },
      observations: [],
      ...more,
    },
  },
]

const round: KeptRound = {
  ...{ id: 'r', title: '周检', kind: 'open', startsOn: '2026-03-02', endsOn: '2026-03-06' },
  points: [
    { pointId: 'a', versionId: 'v1', visitId: 'va', criteria: 2, finishedAt: null },
    { pointId: 'b', versionId: 'v1', visitId: 'vb', criteria: 2, finishedAt: null },
    { pointId: 'c', versionId: 'v1', visitId: 'vc', criteria: 2, finishedAt: '2026-03-03T01:00:00Z' },
  ],
}
const points = [point('a', '一号楼'), point('b', '二号楼'), point('c', '三号楼')]

const looked = (criterionId: string): LocalVisit['visit']['observations'][number] => ({
  ...{
    criterionId,
    grade: 'conforms',
    exception: null,
    note: '',
    seenAt: '',
    stamp: '',
    photos: [],
    photosDropped: [],
  },
})

test('a point that was finished with criteria left out is gone on with', () => {
  const visits = new Map([visit('va', 'a', { finishedAt: '2026-03-04T01:00:00Z', observations: [looked('c1')] })])
  expect(rowsOfRound(round, points, visits)[0]).toMatchObject({ state: 'begun', seen: 1 })
})

test('a point is done once its visit is finished, here or on another phone', () => {
  const visits = new Map([
    visit('va', 'a', { finishedAt: '2026-03-04T01:00:00Z', observations: [looked('c1'), looked('c2')] }),
    visit('vb', 'b'),
  ])
  expect(rowsOfRound(round, points, visits).map(({ state }) => state)).toEqual(['done', 'begun', 'done'])
})

test('what is begun stands first, what is done last, and each filter shows its own', () => {
  const rows = rowsOfRound(round, points, new Map([visit('vb', 'b')]))
  const names = (state: 'all' | 'left' | 'done') => filterRows(rows, { words: '', state }).map(row => row.point.name)
  expect(names('all')).toEqual(['二号楼', '一号楼', '三号楼'])
  expect(names('left')).toEqual(['二号楼', '一号楼'])
  expect(names('done')).toEqual(['三号楼'])
})

test('a point is found by its name, address, unit or type', () => {
  const rows = rowsOfRound(round, points, new Map())
  for (const words of ['三号', ' c'])
    expect(filterRows(rows, { words, state: 'all' }).map(row => row.point.id)).toEqual(['c'])
  for (const words of ['柳塘路', '柳塘社区', '楼道']) expect(filterRows(rows, { words, state: 'all' })).toHaveLength(3)
  expect(filterRows(rows, { words: '没有', state: 'all' })).toEqual([])
})

const standard = (versionId: string, pointType: string, number: number): KeptStandard => ({
  ...{ versionId, standardId: 's', title: '标准', pointType, number, content: [] },
})

test('a patrol goes on with what is begun, begins anew otherwise, and cannot inspect without a standard', () => {
  const visits = new Map([
    visit('old', 'a', { versionId: 'v1' }),
    visit('past', 'b', { finishedAt: '2026-03-01T01:00:00Z' }),
  ])
  const standards = [standard('v2', '楼道', 2), standard('v1', '楼道', 1)]
  const rows = rowsOfPatrol([...points.slice(0, 2), point('d', '早市', '市场')], standards, visits, () => 'new')
  expect(rows.map(row => row.visit && [row.visit.id, row.visit.versionId])).toEqual([
    ['old', 'v1'],
    ['new', 'v2'],
    null,
  ])
})
