import { describe, expect, test } from 'vitest'
import { lifeOf } from './life.ts'

const event = (kind: string, at: string) => ({
  id: at,
  at,
  who: { id: 'p', name: '周敏' },
  kind,
  note: null,
  progress: null,
})
const events = [
  event('accept', '2026-03-02T09:00:00+08:00'),
  event('submit', '2026-03-04T09:00:00+08:00'),
  event('return', '2026-03-05T09:00:00+08:00'),
]

describe('the life of an assignment', () => {
  test('what was returned is under way again', () => {
    const life = lifeOf({ state: 'returned', events })
    expect(life.map(({ reached }) => reached)).toEqual(['done', 'done', 'now', 'ahead', 'ahead'])
    expect(life[3]?.event).toBeNull()
  })

  test('what is confirmed has every step behind it', () => {
    expect(lifeOf({ state: 'confirmed', events }).every(({ reached }) => reached === 'done')).toBe(true)
  })

  test('a step says who took it last', () => {
    const again = [...events, event('submit', '2026-03-06T09:00:00+08:00')]
    expect(lifeOf({ state: 'submitted', events: again })[3]?.event?.at).toBe('2026-03-06T09:00:00+08:00')
  })
})
