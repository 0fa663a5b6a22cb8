import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Graded, visitScore } from './visit-score.ts'

const graded: fc.Arbitrary<Graded> = fc.record({
  grade: fc.constantFrom('conforms', 'mostly', 'fails', 'not-applicable'),
  weight: fc.double({ min: 0.01, max: 1000, noNaN: true }),
  critical: fc.boolean(),
})
const visit = fc.array(graded, { maxLength: 40 })
const plain = (grade: Graded['grade'], weight = 1, critical = false): Graded => ({ grade, weight, critical })

test('what conforms counts whole, what mostly conforms half, what fails nothing, each by its weight', () => {
  expect(visitScore([plain('conforms', 2), plain('mostly', 1), plain('fails', 1)])).toEqual({
    ...{ conforms: 1, mostly: 1, fails: 1, notApplicable: 0 },
    ...{ score: 62.5, criticalFailed: false },
  })
})

test('a critical criterion that fails is told whatever the score', () => {
  const almost = [plain('conforms', 99), plain('fails', 1, true)]
  expect(visitScore(almost)).toMatchObject({ score: 99, criticalFailed: true })
  expect(visitScore([plain('conforms', 1, true), plain('mostly', 1, true)]).criticalFailed).toBe(false)
})

test('where nothing applied there is no score, not a score of nothing', () => {
  expect(visitScore([])).toMatchObject({ score: null, criticalFailed: false })
  expect(visitScore([plain('not-applicable', 3, true)])).toMatchObject({ score: null, notApplicable: 1 })
})

test('a score lies between 0 and 100, and every criterion is counted once', () => {
  fc.assert(
    fc.property(visit, seen => {
      const { score, conforms, mostly, fails, notApplicable } = visitScore(seen)
      expect(conforms + mostly + fails + notApplicable).toBe(seen.length)
      expect(score === null).toBe(notApplicable === seen.length)
      if (score !== null) expect(score >= 0 && score <= 100).toBe(true)
    }),
  )
})

test('the order of criteria makes no difference, nor does what does not apply', () => {
  fc.assert(
    fc.property(visit, fc.nat(), (seen, turn) => {
      const cut = seen.length === 0 ? 0 : turn % seen.length
      const turned = [...seen.slice(cut), ...seen.slice(0, cut)].reverse()
      expect(visitScore(turned)).toEqual(visitScore(seen))
      const { notApplicable, ...more } = visitScore([...seen, plain('not-applicable', 5)])
      expect(more).toEqual((({ notApplicable: _, ...rest }) => rest)(visitScore(seen)))
      expect(notApplicable).toBeGreaterThan(0)
    }),
  )
})

test('a better grade never lowers the score', () => {
  fc.assert(
    fc.property(visit, graded, (seen, one) => {
      const scoreWith = (grade: Graded['grade']) => visitScore([...seen, { ...one, grade }]).score ?? 0
      expect(scoreWith('conforms')).toBeGreaterThanOrEqual(scoreWith('mostly'))
      expect(scoreWith('mostly')).toBeGreaterThanOrEqual(scoreWith('fails'))
    }),
  )
})
