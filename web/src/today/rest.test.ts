import { expect, test } from 'vitest'
import { restOf } from './rest.ts'

const none = { late: [], today: [], soon: [], waiting: [], decide: [], plans: [], rounds: [], cases: [] }
const zero = {
  late: 0,
  today: 0,
  soon: 0,
  waiting: 0,
  decide: 0,
  plans: 0,
  rounds: 0,
  cases: 0,
  confirmed: 0,
  total: 0,
}
const plan = { id: 'p', title: '方案', waiting: 3 }

test('a group says how many lines it has no room for', () => {
  expect(restOf({ ...none, plans: [plan, plan], counts: { ...zero, plans: 25 } }, 'plans')).toBe(23)
})

test('a group that is shown whole has no rest, also where a line came in between', () => {
  expect(restOf({ ...none, plans: [plan], counts: { ...zero, plans: 1 } }, 'plans')).toBe(0)
  expect(restOf({ ...none, plans: [plan], counts: zero }, 'plans')).toBe(0)
})
