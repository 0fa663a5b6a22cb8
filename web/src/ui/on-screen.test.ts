import { expect, test } from 'vitest'
import { registerBy } from './on-screen.ts'

test('what is offered is there until it is taken out, the last to come last, and who listens is told', () => {
  const register = registerBy<string>(name => name)
  let told = 0
  register.subscribe(() => {
    told += 1
  })
  const leave = register.put({ current: ['a', 'b'] })
  register.put({ current: ['c'] })
  expect(register.shown()).toEqual(['a', 'b', 'c'])
  expect(register.shown()).toBe(register.shown())
  leave()
  expect(register.shown()).toEqual(['c'])
  expect(told).toBe(3)
})

test('an offer that was drawn anew is asked as it is now', () => {
  const register = registerBy<string>(name => name)
  const entry = { current: ['before'] as readonly string[] }
  register.put(entry)
  entry.current = ['now']
  expect(register.all()).toEqual(['now'])
})
