import { expect, test } from 'vitest'
import { shareStatus } from './share-status.ts'

const now = { today: '2026-03-31', days: 30 }
const share = (numerator: number, denominator: number) => ({ numerator, denominator })

test('a large sample well over the target is met, one below it is not', () => {
  expect(shareStatus([share(980, 1000)], 90, now).status).toBe('met')
  expect(shareStatus([share(800, 1000)], 90, now).status).toBe('unmet')
})

test('without a sample in the present stretch nothing is known, whatever was before', () => {
  expect(shareStatus([share(0, 0), share(100, 100)], 90, now)).toEqual({
    status: 'unknown',
    latest: null,
    interval: null,
  })
  expect(shareStatus([], 90, now).status).toBe('unknown')
})

test('a small sample that could as well come from a share that misses is fragile', () => {
  const { status, interval } = shareStatus([share(19, 20)], 90, now)
  expect(status).toBe('fragile')
  expect(interval?.low).toBeLessThan(90)
})

test('what was missed lately is fragile although it is met now', () => {
  expect(shareStatus([share(980, 1000), share(850, 1000)], 90, now).status).toBe('fragile')
  expect(shareStatus([share(980, 1000), share(0, 0), share(0, 0), share(0, 0), share(850, 1000)], 90, now).status).toBe(
    'met',
  )
})
