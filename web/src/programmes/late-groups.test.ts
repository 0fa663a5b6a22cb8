import { expect, test } from 'vitest'
import { lateGroups } from './late-groups.ts'

const late = (assignmentId: string, text: string, days: number) => ({
  assignmentId,
  text,
  days,
  dueOn: '2026-03-01',
  unit: { id: assignmentId, name: assignmentId, kind: 'community' as const },
})

test('a task owed by several units is one thing, the latest first', () => {
  const groups = lateGroups([late('a', '补灯', 3), late('b', '清理', 9), late('c', '补灯', 12)])
  expect(groups.map(({ text, days, rows }) => [text, days, rows.length])).toEqual([
    ['补灯', 12, 2],
    ['清理', 9, 1],
  ])
})
