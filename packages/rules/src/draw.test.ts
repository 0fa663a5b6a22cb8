import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commitToDraw, type DrawFrame, drawLots, verifyDraw } from './draw.ts'
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
  home: 'away',
  barred: [{ inspectorId: 'i1', pointId: 'p00' }],
}

const chance = { secret: '山有木兮', words: '今晨有雾' }

describe('a draw', () => {
  const draw = drawLots(chance, frame)

  test('takes as many points of each stratum as were asked for, none twice', () => {
    const ids = draw.drawn.map(({ pointId }) => pointId)
    expect(new Set(ids).size).toBe(9)
    expect(ids.filter(id => id < 'p16')).toHaveLength(6)
  })

  test('sends nobody home and no barred pair, and shares the work', () => {
    fc.assert(
      fc.property(fc.string(), secret => {
        const { drawn, short } = drawLots({ secret, words: null }, frame)
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
    expect(drawLots(chance, shuffled)).toEqual(draw)
    expect(commitToDraw('山有木兮', shuffled)).toEqual(commitToDraw('山有木兮', frame))
  })

  test('says where inspectors without a tie are lacking', () => {
    const lonely = { ...frame, inspectors: frame.inspectors.slice(0, 1) }
    const { drawn, short } = drawLots(chance, lonely)
    expect(short).toEqual(drawn.map(({ pointId }) => pointId))
    expect(drawn.every(({ inspectorIds }) => inspectorIds.length < 2)).toBe(true)
  })

  test('takes all of a stratum that has fewer points than asked for', () => {
    expect(drawLots(chance, { ...frame, quotas: { 小区: 99 } }).drawn).toHaveLength(16)
  })

  test('falls otherwise by other words of the witness, whatever the secret', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (secret, one, other) => {
        fc.pre(one !== other)
        expect(drawLots({ secret, words: one }, frame)).not.toEqual(drawLots({ secret, words: other }, frame))
      }),
      { numRuns: 40 },
    )
    expect(drawLots({ secret: 'a', words: 'bc' }, frame)).not.toEqual(drawLots({ secret: 'ab', words: 'c' }, frame))
  })

  test('of a patrol or 自查 sends everybody to the own unit alone', () => {
    const { drawn, short } = drawLots(chance, { ...frame, home: 'own', inspectorsPerPoint: 1, barred: [] })
    expect(short).toEqual([])
    for (const { pointId, inspectorIds } of drawn) {
      const point = frame.points.find(({ id }) => id === pointId)
      expect(frame.inspectors.find(({ id }) => id === inspectorIds[0])?.unitPath).toBe(point?.unitPath)
    }
  })
})

describe('an inspector who cannot go', () => {
  const before = drawLots(chance, frame)
  const visited = before.drawn.find(({ inspectorIds }) => inspectorIds.includes('i2'))?.pointId ?? ''
  const after = drawLots(chance, frame, [{ inspectorId: 'i2', keeps: [visited] }])

  test('is replaced by the next in lot, and by nobody who was there already', () => {
    for (const [index, { pointId, inspectorIds }] of after.drawn.entries()) {
      const was = before.drawn[index]?.inspectorIds ?? []
      if (pointId === visited || !was.includes('i2')) expect(inspectorIds).toEqual(was)
      else {
        expect(inspectorIds).not.toContain('i2')
        expect(new Set(inspectorIds).size).toBe(inspectorIds.length)
        expect(inspectorIds).toEqual(expect.arrayContaining(was.filter(id => id !== 'i2')))
      }
    }
  })

  test('does not come back when another withdraws, and points left without are reported', () => {
    const gone = ['i2', 'i3', 'i0'].map(inspectorId => ({ inspectorId, keeps: [] }))
    const { drawn, short } = drawLots(chance, frame, gone)
    expect(drawn.flatMap(({ inspectorIds }) => inspectorIds)).toEqual(
      drawn.flatMap(({ inspectorIds }) => inspectorIds.filter(id => id === 'i1')),
    )
    expect(short).toHaveLength(drawn.length)
  })
})

describe('verification', () => {
  const commitment = commitToDraw(chance.secret, frame)
  const draw = drawLots(chance, frame)

  test('agrees with what was drawn as promised', () => {
    expect(verifyDraw(commitment, chance, frame, draw)).toBeNull()
    const withdrawals = [{ inspectorId: 'i2', keeps: [] }]
    expect(verifyDraw(commitment, chance, frame, drawLots(chance, frame, withdrawals), withdrawals)).toBeNull()
  })

  test('finds another secret, another list, other words and another result', () => {
    const fewer = { ...frame, points: frame.points.slice(1) }
    const swapped = { ...draw, drawn: draw.drawn.toReversed() }
    expect(verifyDraw(commitment, { ...chance, secret: '木有枝' }, frame, draw)).toBe('other-secret')
    expect(verifyDraw(commitment, chance, fewer, draw)).toBe('other-frame')
    expect(verifyDraw(commitment, chance, { ...frame, barred: [] }, draw)).toBe('other-frame')
    expect(verifyDraw(commitment, chance, { ...frame, home: 'own' }, draw)).toBe('other-frame')
    expect(verifyDraw(commitment, { ...chance, words: '今晨无雾' }, frame, draw)).toBe('other-result')
    expect(verifyDraw(commitment, chance, frame, swapped)).toBe('other-result')
    expect(verifyDraw(commitment, chance, frame, draw, [{ inspectorId: 'i2', keeps: [] }])).toBe('other-result')
  })
})
