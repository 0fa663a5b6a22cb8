import { expect, test } from 'vitest'
import { taskTitle } from './task-title.ts'

test('a long sentence is called by its first words', () => {
  expect(taskTitle('清理堆物。逐栋清理，当日清运。')).toEqual({ head: '清理堆物', rest: '逐栋清理，当日清运。' })
})

test('a sentence of one piece is its own name', () => {
  expect(taskTitle('清理楼道堆物。')).toEqual({ head: '清理楼道堆物。', rest: '' })
})

test('a time of day is not cut in two', () => {
  expect(taskTitle('每周五12:00前报送进展').head).toBe('每周五12:00前报送进展')
})
