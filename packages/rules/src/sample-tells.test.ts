import { expect, test } from 'vitest'
import { sampleTells } from './sample-tells.ts'

test('each stratum and the whole say how far off they may be and whether they would meet a fault', () => {
  const { strata, overall } = sampleTells({ 乙: 10, 甲: 30, 丙: 0 }, { 甲: 10, 乙: 99 })
  expect(strata.map(({ stratum, quota }) => [stratum, quota])).toEqual([
    ['丙', 0],
    ['乙', 10],
    ['甲', 10],
  ])
  expect(strata[1]).toMatchObject({ expectedError: 0, chanceToFind: 1 })
  expect(strata[2]?.expectedError).toBeGreaterThan(0.2)
  expect(overall).toMatchObject({ stratum: '', population: 40, quota: 20 })
  expect(overall.expectedError).toBeLessThan(strata[2]?.expectedError ?? 0)
})
