import { expect, test } from 'vitest'
import { caseLifeOf } from './case-life.ts'

const event = (kind: string, at: string) => ({
  id: kind + at,
  at,
  who: { id: 'x', name: kind },
  kind,
  note: null,
  content: {},
})
const before = [
  event('open', '1'),
  event('assign', '2'),
  event('submit', '3'),
  event('recheck', '4'),
  event('close', '5'),
]

test('a closed case has come all the way', () => {
  expect(caseLifeOf({ state: 'closed', events: before }).map(({ reached }) => reached)).toEqual(Array(5).fill('done'))
})

test('one that came back begins anew: what happened before is no step of this time', () => {
  const steps = caseLifeOf({ state: 'assigned', events: [...before, event('relapse', '6')] })
  expect(steps.map(({ reached, event: one }) => [reached, one?.kind ?? null])).toEqual([
    ['done', 'relapse'],
    ['now', 'relapse'],
    ['ahead', null],
    ['ahead', null],
    ['ahead', null],
  ])
})

test('what waits to be looked at has been mended by whoever submitted last', () => {
  const steps = caseLifeOf({ state: 'submitted', events: before.slice(0, 3) })
  expect(steps.map(({ reached }) => reached)).toEqual(['done', 'done', 'done', 'now', 'ahead'])
  expect(steps[2]?.event?.kind).toBe('submit')
})
