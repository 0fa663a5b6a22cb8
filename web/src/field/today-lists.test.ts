import { expect, test } from 'vitest'
import type { KeptCase, KeptOccurrence } from '../offline/field-database.ts'
import { lateIn, todayLists } from './today-lists.ts'

const now = new Date('2026-03-04T10:00:00+08:00')
const unit = { id: 'u', name: '柳塘社区', kind: 'community' as const }

const occurrence = (id: string, dueAt: string, state = 'due'): KeptOccurrence => ({
  ...{ id, dueAt, state, unit, text: '清理楼道', programme: '楼道清洁', period: '2026-W10', version: 1 },
})

const found = (id: string, next: KeptCase['next'], dueAt: string | null): KeptCase => ({
  ...{
    id,
    next,
    dueAt,
    submittedAt: null,
    unit,
    number: '〔2026〕1号',
    title: '堆物',
    text: '',
    place: '',
    pointId: null,
    state: 'assigned',
  },
  photos: [],
})

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id)

test('what is past its moment is late, what is due before midnight is for today', () => {
  const lists = todayLists(
    [
      occurrence('soon', '2026-03-06T23:59:59+08:00'),
      occurrence('tonight', '2026-03-04T23:59:59+08:00'),
      occurrence('morning', '2026-03-04T09:00:00+08:00'),
      occurrence('old', '2026-03-01T23:59:59+08:00'),
      occurrence('far', '2026-06-01T23:59:59+08:00'),
    ],
    [],
    new Set(),
    now,
  )
  expect([ids(lists.late), ids(lists.today), ids(lists.soon)]).toEqual([['old', 'morning'], ['tonight'], ['soon']])
})

test('what was recorded, here or elsewhere, is not asked for again', () => {
  const lists = todayLists(
    [occurrence('here', '2026-03-04T23:59:59+08:00'), occurrence('there', '2026-03-04T23:59:59+08:00', 'recorded')],
    [found('case', 'mend', null)],
    new Set(['here', 'case']),
    now,
  )
  expect([...lists.late, ...lists.today, ...lists.soon, ...lists.mend]).toEqual([])
})

test('a record that was returned is to be done again', () => {
  const lists = todayLists([occurrence('again', '2026-03-04T23:59:59+08:00', 'returned')], [], new Set(), now)
  expect(ids(lists.today)).toEqual(['again'])
})

test('cases stand by what is to be done about them, soonest first', () => {
  const lists = todayLists(
    [],
    [
      found('later', 'mend', '2026-03-09T23:59:59+08:00'),
      found('open', 'mend', null),
      found('first', 'mend', '2026-03-05T12:00:00+08:00'),
      found('look', 'recheck', null),
    ],
    new Set(),
    now,
  )
  expect([ids(lists.mend), ids(lists.recheck)]).toEqual([['first', 'later', 'open'], ['look']])
})

test('the home page counts as late what is past its time, work and cases alike', () => {
  const lists = todayLists(
    [occurrence('gone', '2026-03-03T10:00:00+08:00'), occurrence('later', '2026-03-04T12:00:00+08:00')],
    [
      found('old', 'mend', '2026-03-01T10:00:00+08:00'),
      found('new', 'recheck', '2026-03-09T10:00:00+08:00'),
      found('open', 'mend', null),
    ],
    new Set(),
    now,
  )
  expect(lateIn(lists, now)).toBe(2)
})
