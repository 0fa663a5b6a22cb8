import { expect, test } from 'vitest'
import { doingsFor, nextOf } from './next-act.ts'

test('the unit accepts first, then submits', () => {
  const actions = ['case.accept', 'case.submit', 'case.refuse', 'case.progress', 'case.open']
  expect(nextOf({ state: 'assigned', actions })).toBe('accept')
  expect(nextOf({ state: 'in-hand', actions: ['case.submit', 'case.open'] })).toBe('submit')
  expect(doingsFor({ state: 'assigned', actions })).toEqual(['accept', 'submit', 'refuse'])
})

test('the office assigns what nobody has, and waits while a unit mends', () => {
  expect(nextOf({ state: 'found', actions: ['case.assign', 'case.merge'] })).toBe('assign')
  expect(nextOf({ state: 'in-hand', actions: ['case.assign', 'case.merge'] })).toBeNull()
  expect(doingsFor({ state: 'in-hand', actions: ['case.assign'] })).toEqual(['assign', 'issue'])
})

test('whoever looks again may let it hold or send it back', () => {
  expect(doingsFor({ state: 'submitted', actions: ['case.recheck'] })).toEqual(['pass', 'fail'])
  expect(nextOf({ state: 'rechecked', actions: ['case.close'] })).toBe('close')
  expect(nextOf({ state: 'closed', actions: [] })).toBeNull()
})
