import { expect, test } from 'vitest'
import { someItem } from './item.testing.ts'
import { changedByOthers, mergeItems } from './merge-items.ts'

const mine = someItem({ id: 'a', version: 3, state: 'confirmed' })

test('an older version that arrives late does not replace a newer one', () => {
  expect(mergeItems([mine], [{ ...mine, version: 2, state: 'proposed' }])).toEqual([mine])
})

test('an item that was not there before is added at the end', () => {
  const added = someItem({ id: 'b' })
  expect(mergeItems([mine], [added])).toEqual([mine, added])
})

test('my own changes do not count as those of others', () => {
  const theirs = { ...mine, version: 4, updatedBy: { id: 'other', name: '郭鹏' } }
  expect(changedByOthers([mine], [theirs], 'me')).toEqual([theirs])
  expect(changedByOthers([mine], [{ ...theirs, updatedBy: { id: 'me', name: '我' } }], 'me')).toEqual([])
})
