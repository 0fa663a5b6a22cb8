import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type IndicatorTarget, indicatorStatus, type Reading } from './indicator-status.ts'
import { wilsonInterval } from './wilson.ts'

const spring = { start: '2026-03-01', end: '2026-05-31' }
const share: IndicatorTarget = { op: '>=', value: 80, unit: '%' }

const sample = (on: string, numerator: number, denominator: number): Reading => ({
  on,
  value: 0,
  numerator,
  denominator,
})
const plain = (on: string, value: number): Reading => ({ on, value, numerator: null, denominator: null })
const statusOf = (target: IndicatorTarget, ...readings: Reading[]) => indicatorStatus(target, readings, spring).status

describe('an indicator is', () => {
  test('unknown with no reading in its window, with a broken one, or with no target', () => {
    expect(statusOf(share)).toBe('unknown')
    expect(statusOf(share, plain('2026-02-28', 95), plain('2026-06-01', 95))).toBe('unknown')
    expect(statusOf(share, plain('2026-04-01', Number.NaN))).toBe('unknown')
    expect(statusOf({ ...share, value: null }, plain('2026-04-01', 95))).toBe('unknown')
  })

  test('met or unmet by its latest reading, whatever order they came in', () => {
    const readings = [plain('2026-05-01', 85), plain('2026-03-05', 82), plain('2026-03-04', 90)]
    expect(statusOf(share, ...readings)).toBe('met')
    expect(statusOf(share, ...readings, plain('2026-05-02', 79))).toBe('unmet')
  })

  test('fragile when it was missed within the last readings', () => {
    const good = ['2026-04-02', '2026-04-03', '2026-04-04'].map(on => plain(on, 85))
    expect(statusOf(share, plain('2026-04-01', 70), ...good)).toBe('fragile')
    expect(statusOf(share, plain('2026-04-01', 70), ...good, plain('2026-04-05', 85))).toBe('met')
  })

  test('fragile when the sample is too small to tell', () => {
    expect(statusOf(share, sample('2026-04-01', 17, 20))).toBe('fragile')
    expect(statusOf(share, sample('2026-04-01', 850, 1000))).toBe('met')
  })

  test('met when all is asked and all was seen', () => {
    expect(statusOf({ op: '>=', value: 100, unit: '%' }, sample('2026-04-01', 20, 20))).toBe('met')
    expect(statusOf({ op: '<=', value: 0, unit: '%' }, sample('2026-04-01', 0, 20))).toBe('met')
  })

  test('met at two thirds as people write it', () => {
    expect(statusOf({ op: '>=', value: 66.67, unit: '%' }, sample('2026-04-01', 2000, 3000))).toBe('fragile')
    expect(statusOf({ op: '>=', value: 66.67, unit: '%' }, plain('2026-04-01', 66.67))).toBe('met')
  })

  test.each([
    ['<=', 5, 5, 'met'],
    ['<', 5, 5, 'unmet'],
    ['>', 5, 5, 'unmet'],
    ['>', 5, 6, 'met'],
    ['=', 0, 0, 'met'],
    ['=', 0, 1, 'unmet'],
  ] as const)('judged by its operator: %s %d with %d', (op, value, reading, status) => {
    expect(statusOf({ op, value, unit: '处' }, plain('2026-04-01', reading))).toBe(status)
  })

  test('given with its interval in percent', () => {
    const { interval } = indicatorStatus(share, [sample('2026-04-01', 17, 20)], spring)
    expect(interval?.low).toBeCloseTo(63.96, 1)
    expect(interval?.high).toBeCloseTo(94.76, 1)
  })
})

describe('the interval of a share', () => {
  test('agrees with the published table', () => {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const table = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const
    for (const [seen, sampled, low, high] of table) {
      expect(wilsonInterval(seen, sampled).low).toBeCloseTo(low, 4)
      expect(wilsonInterval(seen, sampled).high).toBeCloseTo(high, 4)
    }
  })

  test('of nothing is everything', () => expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 }))

  test('holds the share, stays within 0 and 1, and narrows as the sample grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (sampled, part) => {
        const seen = Math.round(part * sampled)
        const { low, high } = wilsonInterval(seen, sampled)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(seen / sampled)
        expect(high).toBeGreaterThanOrEqual(seen / sampled)
        const wider = wilsonInterval(seen * 4, sampled * 4)
        expect(wider.high - wider.low).toBeLessThan(high - low)
      }),
    )
  })
})
