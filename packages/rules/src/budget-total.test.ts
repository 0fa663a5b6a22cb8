import fc from 'fast-check'
import { expect, test } from 'vitest'
import { budgetTotal, isTotal } from './budget-total.ts'

const parts = [
  { item: '楼道粉刷', fen: 60_000_000 },
  { item: '充电设施', fen: 40_000_000 },
  { item: '大件清运', fen: 20_000_000 },
]

test('a total beside its parts is counted once', () => {
  const total = { item: '县财政安排整治资金', fen: 120_000_000 }
  expect(isTotal(total, [total, ...parts])).toBe(true)
  expect(budgetTotal([total, ...parts])).toBe(120_000_000)
})

test('a line that says it is the total is none of the parts, even where it is wrong', () => {
  expect(budgetTotal([...parts, { item: '合计', fen: 130_000_000 }])).toBe(120_000_000)
})

test('two equal lines are two, not a total and its part', () => {
  expect(
    budgetTotal([
      { item: '甲', fen: 5 },
      { item: '乙', fen: 5 },
    ]),
  ).toBe(10)
})

test('lines without a total come to their sum, and their order does not matter', () => {
  const line = fc.record({ item: fc.constantFrom('甲', '乙', '丙'), fen: fc.integer({ min: 1, max: 1e9 }) })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), lines => {
      const forward = budgetTotal(lines)
      expect(budgetTotal([...lines].reverse())).toBe(forward)
      if (!lines.some(one => isTotal(one, lines))) expect(forward).toBe(lines.reduce((sum, { fen }) => sum + fen, 0))
    }),
  )
})
