import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lanesOf } from './lanes.ts'

describe('lines under the text', () => {
  test('a mark alone lies next to the text', () => {
    expect(lanesOf([{ id: 'a', start: 3, end: 9 }]).get('a')).toBe(0)
  })

  test('the inner of two nested marks lies nearer', () => {
    const lanes = lanesOf([
      { id: 'sentence', start: 0, end: 30 },
      { id: 'figure', start: 10, end: 18 },
    ])
    expect([lanes.get('figure'), lanes.get('sentence')]).toEqual([0, 1])
  })

  test('marks that share text never share a line', () => {
    const marks = fc
      .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 20 })
      .map(list => list.map(([start, length], index) => ({ id: `${index}`, start, end: start + length })))
    fc.assert(
      fc.property(marks, list => {
        const lanes = lanesOf(list)
        for (const one of list)
          for (const other of list)
            if (one.id !== other.id && one.start < other.end && other.start < one.end)
              expect(lanes.get(one.id)).not.toBe(lanes.get(other.id))
      }),
    )
  })
})
