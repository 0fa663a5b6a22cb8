import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { niceScale, yOf } from './chart-scale.ts'

describe('the scale of a small chart', () => {
  test('it begins and ends on round numbers', () => {
    expect(niceScale([61.2, 88.9, 90])).toEqual({ low: 60, high: 90, ticks: [60, 70, 80, 90] })
  })

  test('a single value stands in the middle of something', () => {
    const scale = niceScale([98])
    expect(scale.low).toBeLessThan(98)
    expect(scale.high).toBeGreaterThan(98)
  })

  test('nothing measured still has a scale', () => {
    expect(niceScale([]).ticks.length).toBeGreaterThan(1)
  })

  test('every value lies on the chart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -1000, max: 1_000_000, noNaN: true }), { minLength: 1, maxLength: 20 }),
        values => {
          const scale = niceScale(values)
          for (const value of values) {
            const y = yOf(scale, value, 100)
            expect(y).toBeGreaterThanOrEqual(-0.001)
            expect(y).toBeLessThanOrEqual(100.001)
          }
        },
      ),
    )
  })
})
