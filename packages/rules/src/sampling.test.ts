import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canBeToldApart, rankUnits } from './ranking.ts'
import { allocateSample, chanceToFind, expectedError, sampleSize } from './sampling.ts'

describe('a sample', () => {
  test('has the size of the published table', () => {
    // Krejcie and Morgan 1970.
    expect(sampleSize(1_000_000, 0.05)).toBe(384)
    expect(sampleSize(1000, 0.05)).toBe(278)
    expect(sampleSize(20, 0.05)).toBe(20)
    expect(sampleSize(0, 0.05)).toBe(0)
    expect(sampleSize(50, 0)).toBe(50)
  })

  test('of that size keeps the margin, and one point fewer does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 20_000 }), fc.integer({ min: 2, max: 20 }), (population, percent) => {
        const size = sampleSize(population, percent / 100)
        expect(expectedError(size, population)).toBeLessThanOrEqual(percent / 100 + 1e-9)
        expect(expectedError(size - 1, population)).toBeGreaterThan(percent / 100)
      }),
    )
  })

  test('of nothing tells nothing, and of everything all', () => {
    expect([expectedError(0, 100), expectedError(100, 100)]).toEqual([1, 0])
  })

  test('meets a fault with the chance that counting gives', () => {
    expect(chanceToFind(1, 10, 3)).toBeCloseTo(0.3, 10)
    expect(chanceToFind(2, 4, 2)).toBeCloseTo(5 / 6, 10)
    expect([chanceToFind(8, 10, 3), chanceToFind(5, 10, 0), chanceToFind(0, 10, 3)]).toEqual([1, 0, 0])
  })

  test('is shared out in proportion, with a look into every stratum', () => {
    expect(allocateSample(20, { 小区: 60, 商场: 30, 窗口: 10 })).toEqual({ 小区: 12, 商场: 6, 窗口: 2 })
    expect(allocateSample(3, { 小区: 100, 商场: 1, 窗口: 1, 空: 0 })).toEqual({ 小区: 1, 商场: 1, 窗口: 1 })
    expect(allocateSample(99, { 小区: 2, 商场: 3 })).toEqual({ 小区: 2, 商场: 3 })
  })

  test('is shared out whole, never beyond a stratum', () => {
    const sizes = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat(50))
    fc.assert(
      fc.property(fc.nat(120), sizes, (total, population) => {
        const given = allocateSample(total, population)
        const strata = Object.entries(population).filter(([, size]) => size > 0)
        const all = strata.reduce((sum, [, size]) => sum + size, 0)
        expect(Object.values(given).reduce((sum, count) => sum + count, 0)).toBe(
          Math.min(all, Math.max(total, strata.length)),
        )
        for (const [stratum, size] of strata) {
          expect(given[stratum]).toBeGreaterThanOrEqual(1)
          expect(given[stratum]).toBeLessThanOrEqual(size)
        }
      }),
    )
  })
})

describe('a ranking', () => {
  const unit = (id: string, successes: number, sample: number) => ({ id, successes, sample })
  const ranks = (...units: ReturnType<typeof unit>[]) => rankUnits(units).map(({ id, rank }) => [id, rank])

  test('gives units that cannot be told apart one rank', () => {
    expect(ranks(unit('甲', 90, 100), unit('乙', 88, 100), unit('丙', 50, 100))).toEqual([
      ['甲', 1],
      ['乙', 1],
      ['丙', 3],
    ])
  })

  test('parts them once there is enough to see', () => {
    expect(canBeToldApart(unit('甲', 90, 100), unit('乙', 88, 100))).toBe(false)
    expect(canBeToldApart(unit('甲', 90_000, 100_000), unit('乙', 88_000, 100_000))).toBe(true)
  })

  test('leaves small samples unranked, in no order of merit', () => {
    expect(ranks(unit('丁', 3, 10), unit('丙', 10, 10), unit('甲', 20, 40), unit('乙', 0, 0))).toEqual([
      ['甲', 1],
      ['丁', null],
      ['丙', null],
      ['乙', null],
    ])
  })

  test('puts no unit behind one with a lower share', () => {
    const units = fc.array(
      fc
        .tuple(fc.integer({ min: 30, max: 400 }), fc.nat(100))
        .map(([sample, percent]) => [Math.floor((sample * percent) / 100), sample] as const),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(units, counts => {
        const ranked = rankUnits(counts.map(([successes, sample], index) => unit(String(index), successes, sample)))
        expect(ranked[0]?.rank).toBe(1)
        for (const [index, { rank, share }] of ranked.entries()) {
          const next = ranked[index + 1]
          if (!next) continue
          expect(share).toBeGreaterThanOrEqual(next.share ?? 0)
          expect(next.rank === rank || next.rank === index + 2).toBe(true)
        }
      }),
    )
  })
})
