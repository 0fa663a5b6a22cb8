import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commitToDraw, type DrawFrame, drawLots, verifyDraw } from './draw.ts'
import { drawStream } from './draw-stream.ts'
import { isWithin } from './unit-path.ts'

const communities = ['binhe', 'linhe', 'liudi', 'shiqiao']

const frame: DrawFrame = {
  roundId: '2026-q2',
  points: Array.from({ length: 24 }, (_, index) => ({
    id: `p${String(index).padStart(2, '0')}`,
    stratum: index < 16 ? '小区' : '集贸市场',
    unitPath: `yunxi.dongmen.${communities[index % 4]}`,
  })),
  inspectors: communities.map((name, index) => ({ id: `i${index}`, unitPath: `yunxi.dongmen.${name}` })),
  quotas: { 小区: 6, 集贸市场: 3 },
  inspectorsPerPoint: 2,
  barred: [{ inspectorId: 'i1', pointId: 'p00' }],
}

describe('a draw', () => {
  const draw = drawLots('山有木兮', frame)

  test('takes as many points of each stratum as were asked for, none twice', () => {
    const ids = draw.drawn.map(({ pointId }) => pointId)
    expect(new Set(ids).size).toBe(9)
    expect(ids.filter(id => id < 'p16')).toHaveLength(6)
  })

  test('sends nobody home and no barred pair, and shares the work', () => {
    fc.assert(
      fc.property(fc.string(), secret => {
        const { drawn, short } = drawLots(secret, frame)
        const load = new Map<string, number>()
        for (const { pointId, inspectorIds } of drawn) {
          const point = frame.points.find(({ id }) => id === pointId)
          for (const id of inspectorIds) {
            load.set(id, (load.get(id) ?? 0) + 1)
            const inspector = frame.inspectors.find(other => other.id === id)
            expect(isWithin(point?.unitPath ?? '', inspector?.unitPath ?? 'none')).toBe(false)
            expect([id, pointId]).not.toEqual(['i1', 'p00'])
          }
        }
        expect(short).toEqual([])
        expect(Math.max(...load.values()) - Math.min(...load.values())).toBeLessThanOrEqual(4)
      }),
    )
  })

  test('does not hang on the order in which things were listed', () => {
    const shuffled = { ...frame, points: frame.points.toReversed(), inspectors: frame.inspectors.toReversed() }
    expect(drawLots('山有木兮', shuffled)).toEqual(draw)
    expect(commitToDraw('山有木兮', shuffled)).toEqual(commitToDraw('山有木兮', frame))
  })

  test('says where inspectors without a tie are lacking', () => {
    const lonely = { ...frame, inspectors: frame.inspectors.slice(0, 1) }
    const { drawn, short } = drawLots('山有木兮', lonely)
    expect(short).toEqual(drawn.map(({ pointId }) => pointId))
    expect(drawn.every(({ inspectorIds }) => inspectorIds.length < 2)).toBe(true)
  })

  test('takes all of a stratum that has fewer points than asked for', () => {
    expect(drawLots('山有木兮', { ...frame, quotas: { 小区: 99 } }).drawn).toHaveLength(16)
  })
})

describe('verification', () => {
  const commitment = commitToDraw('山有木兮', frame)
  const draw = drawLots('山有木兮', frame)

  test('agrees with what was drawn as promised', () => {
    expect(verifyDraw(commitment, '山有木兮', frame, draw)).toBeNull()
  })

  test('finds another secret, another list and another result', () => {
    const fewer = { ...frame, points: frame.points.slice(1) }
    const swapped = { ...draw, drawn: draw.drawn.toReversed() }
    expect(verifyDraw(commitment, '木有枝', frame, draw)).toBe('other-secret')
    expect(verifyDraw(commitment, '山有木兮', fewer, draw)).toBe('other-frame')
    expect(verifyDraw(commitment, '山有木兮', { ...frame, barred: [] }, draw)).toBe('other-frame')
    expect(verifyDraw(commitment, '山有木兮', frame, swapped)).toBe('other-result')
  })
})

describe('fairness', () => {
  /** Pearson's chi-square. The secrets are fixed, so the test gives one answer for ever; the bounds are those of one in a thousand. */
  const chiSquare = (counts: readonly number[]): number => {
    const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
    return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  }

  test('every point is drawn as often as every other', () => {
    const counts = new Map<string, number>()
    for (let round = 0; round < 1500; round += 1)
      for (const { pointId } of drawLots(`secret ${round}`, { ...frame, quotas: { 小区: 4 } }).drawn)
        counts.set(pointId, (counts.get(pointId) ?? 0) + 1)
    expect(counts.size).toBe(16)
    expect(chiSquare([...counts.values()])).toBeLessThan(37.7) // 15 degrees of freedom
  })

  test('every order of four is as likely as every other', () => {
    const counts = new Map<string, number>()
    for (let round = 0; round < 4800; round += 1) {
      const order = drawStream(`secret ${round}`, 'orders').shuffle(['a', 'b', 'c', 'd']).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(24)
    expect(chiSquare([...counts.values()])).toBeLessThan(49.7) // 23 degrees of freedom
  })
})
