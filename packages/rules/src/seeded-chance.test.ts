import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededChance } from './seeded-chance.ts'

test('the same seed falls the same way, another otherwise', () => {
  const tenOf = (seed: number) => Array.from({ length: 10 }, seededChance(seed).next)
  expect(tenOf(7)).toEqual(tenOf(7))
  expect(tenOf(7)).not.toEqual(tenOf(8))
})

test('the sample county and the fuzzed documents hang on these very numbers', () => {
  const chance = seededChance(20_260_101)
  expect(Array.from({ length: 3 }, () => chance.below(1_000_000))).toEqual([255_913, 592_904, 805_338])
})

test('what is drawn is within its limits, and one in so many is drawn about so often', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 50 }), (seed, limit) => {
      const chance = seededChance(seed)
      const drawn = Array.from({ length: 40 }, () => chance.between(3, 2 + limit))
      return drawn.every(number => number >= 3 && number < 3 + limit)
    }),
  )
  const chance = seededChance(1)
  const often = Array.from({ length: 10_000 }, () => chance.oneIn(5)).filter(Boolean).length
  expect(often).toBeGreaterThan(1_850)
  expect(often).toBeLessThan(2_150)
})
