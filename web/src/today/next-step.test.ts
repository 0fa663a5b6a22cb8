import { expect, test } from 'vitest'
import { nextStepOf, nextStepOfOccurrence } from './next-step.ts'

test('a task is accepted before it is submitted', () => {
  const actions = ['assignment.accept', 'assignment.submit']
  expect(nextStepOf({ state: 'assigned', actions })).toBe('accept')
  expect(nextStepOf({ state: 'accepted', actions })).toBe('submit')
  expect(nextStepOf({ state: 'in-progress', actions })).toBe('submit')
})

test('what was returned is submitted again', () => {
  expect(nextStepOf({ state: 'returned', actions: ['assignment.submit'] })).toBe('again')
  expect(nextStepOfOccurrence({ state: 'returned', actions: ['occurrence.record'] })).toBe('again')
})

test('nobody is offered what the reply does not offer', () => {
  expect(nextStepOf({ state: 'assigned', actions: ['assignment.read'] })).toBe('look')
  expect(nextStepOf({ state: 'submitted', actions: [] })).toBe('look')
  expect(nextStepOfOccurrence({ state: 'due', actions: [] })).toBe('look')
})
