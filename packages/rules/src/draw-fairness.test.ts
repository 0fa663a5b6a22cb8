import { describe, expect, test } from 'vitest'
import { type DrawFrame, drawLots } from './draw.ts'
import { drawStream } from './draw-stream.ts'

/**
 * Pearson's chi-square over secrets that are fixed once and for all, so each test gives one answer for ever. A bound is what a fair
 * draw would exceed less than once in a million; beside each stands a draw with a thumb on the scales, which exceeds it by far.
 */
const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

/** The value exceeded once in a million, by Wilson and Hilferty's approximation. */
const bound = (freedom: number): number => {
  const spread = 2 / (9 * freedom)
  return freedom * (1 - spread + 4.753424 * Math.sqrt(spread)) ** 3
}

test('a fair draw exceeds the bound less than once in a million, and not much less', () => {
  // Exact for even degrees of freedom.
  const chanceToExceed = (value: number, freedom: number): number => {
    let [term, sum] = [1, 0]
    for (let index = 0; index < freedom / 2; index += 1) {
      sum += term
      term *= value / 2 / (index + 1)
    }
    return sum * Math.exp(-value / 2)
  }
  for (const freedom of [6, 14, 24, 48]) {
    expect(chanceToExceed(bound(freedom), freedom)).toBeLessThan(1e-6)
    expect(chanceToExceed(bound(freedom), freedom)).toBeGreaterThan(5e-7)
  }
})

const frame: DrawFrame = {
  roundId: '2026-q2',
  points: Array.from({ length: 24 }, (_, index) => ({
    id: `p${String(index).padStart(2, '0')}`,
    stratum: index < 16 ? '小区' : '集贸市场',
    unitPath: `yunxi.dongmen.c${index % 4}`,
  })),
  inspectors: [0, 1, 2, 3].map(index => ({ id: `i${index}`, unitPath: `yunxi.dongmen.c${index}` })),
  quotas: { 小区: 4, 集贸市场: 2 },
  inspectorsPerPoint: 1,
  home: 'away',
  barred: [],
}

const unitOf = new Map(frame.points.map(({ id, unitPath }) => [id, unitPath]))

const SECRETS = 3000
const draws = Array.from({ length: SECRETS }, (_, index) =>
  drawLots({ secret: `secret ${index}`, words: index % 2 === 0 ? null : `words ${index}` }, frame),
)

const counted = (keys: readonly string[]): readonly number[] => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts.values()]
}

/** Drawing `taken` of `counts.length` without putting back spreads less than independent draws do; this puts it right. */
const chiSquareWithoutPuttingBack = (counts: readonly number[], taken: number): number =>
  (chiSquare(counts) * (counts.length - 1)) / (counts.length - taken)

describe('every point of a stratum', () => {
  const drawnOf = (isIn: (id: string) => boolean, all = draws) =>
    counted(all.flatMap(({ drawn }) => drawn.map(({ pointId }) => pointId).filter(isIn)))
  const isEstate = (id: string): boolean => id < 'p16'

  test('is drawn as often as every other', () => {
    const estates = drawnOf(isEstate)
    const markets = drawnOf(id => !isEstate(id))
    expect([estates.length, markets.length]).toEqual([16, 8])
    expect(chiSquareWithoutPuttingBack(estates, 4)).toBeLessThan(bound(15))
    expect(chiSquareWithoutPuttingBack(markets, 2)).toBeLessThan(bound(7))
  })

  test('is not, where the drawer tries two secrets and keeps the one that spares a friend', () => {
    const kept = draws.map((draw, index) => {
      const spares = !draw.drawn.some(({ pointId }) => pointId === 'p03')
      return spares ? draw : (draws[(index + 1) % SECRETS] ?? draw)
    })
    expect(chiSquareWithoutPuttingBack(drawnOf(isEstate, kept), 4)).toBeGreaterThan(2 * bound(15))
  })
})

describe('every pair of point and inspector', () => {
  const teams = (all = draws) =>
    all.flatMap(({ drawn }) => drawn.map(({ pointId, inspectorIds }) => ({ pointId, inspectorId: inspectorIds[0] })))
  /** Given that a point is drawn, who of the three that may go to it goes. */
  const chiSquareOfPairs = (pairs: ReturnType<typeof teams>): number =>
    frame.points.reduce((sum, { id }) => {
      const who = pairs.flatMap(({ pointId, inspectorId }) => (pointId === id ? [inspectorId ?? ''] : []))
      return sum + chiSquare(counted(who))
    }, 0)

  test('is as likely as every other that is allowed', () => {
    expect(counted(teams().map(({ pointId, inspectorId }) => `${pointId} ${inspectorId}`))).toHaveLength(24 * 3)
    expect(chiSquareOfPairs(teams())).toBeLessThan(bound(24 * 2))
  })

  test('is not, where every tenth visit is given to the same inspector', () => {
    const given = teams().map((pair, index) =>
      index % 10 === 0 && unitOf.get(pair.pointId) !== 'yunxi.dongmen.c3' ? { ...pair, inspectorId: 'i3' } : pair,
    )
    expect(chiSquareOfPairs(given)).toBeGreaterThan(2 * bound(24 * 2))
  })
})

describe('every order of four', () => {
  const orders = (shuffle: (items: readonly string[], index: number) => readonly string[]) =>
    counted(Array.from({ length: 4800 }, (_, index) => shuffle(['a', 'b', 'c', 'd'], index).join('')))

  test('is as likely as every other', () => {
    const counts = orders((items, index) => drawStream(`secret ${index}`, 'orders').shuffle(items))
    expect(counts).toHaveLength(24)
    expect(chiSquare(counts)).toBeLessThan(bound(23))
  })

  test('is not, where each is swapped with any instead of any that is left', () => {
    const counts = orders((items, index) => {
      const stream = drawStream(`secret ${index}`, 'orders')
      const order = [...items]
      for (const place of order.keys()) {
        const other = stream.next(order.length)
        const [here, there] = [order[place] ?? '', order[other] ?? '']
        order[place] = there
        order[other] = here
      }
      return order
    })
    expect(chiSquare(counts)).toBeGreaterThan(2 * bound(23))
  })
})
