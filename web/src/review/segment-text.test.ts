import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segmentText } from './segment-text.ts'

const stretch = fc.tuple(fc.nat(120), fc.nat(40)).map(([start, length]) => ({ start, end: start + length }))
const marksOf = fc
  .array(stretch, { maxLength: 25 })
  .map(spans => spans.map((span, index) => ({ ...span, id: `m${index}` })))

describe('cutting a text at its marks', () => {
  test('a nested mark splits the one around it in three', () => {
    expect(
      segmentText({ start: 0, end: 10 }, [
        { id: 'outer', start: 2, end: 9 },
        { id: 'inner', start: 4, end: 6 },
      ]),
    ).toEqual([
      { start: 0, end: 2, marks: [] },
      { start: 2, end: 4, marks: ['outer'] },
      { start: 4, end: 6, marks: ['outer', 'inner'] },
      { start: 6, end: 9, marks: ['outer'] },
      { start: 9, end: 10, marks: [] },
    ])
  })

  test('a mark that reaches out of the stretch is cut off at its edge', () => {
    expect(segmentText({ start: 5, end: 8 }, [{ id: 'wide', start: 0, end: 20 }])).toEqual([
      { start: 5, end: 8, marks: ['wide'] },
    ])
  })

  test('the segments put together are the stretch, without gap or overlap', () => {
    fc.assert(
      fc.property(stretch, marksOf, (range, marks) => {
        const segments = segmentText(range, marks)
        if (range.start === range.end) {
          expect(segments).toEqual([])
          return
        }
        expect(segments[0]?.start).toBe(range.start)
        expect(segments.at(-1)?.end).toBe(range.end)
        for (const [index, segment] of segments.entries()) {
          expect(segment.start).toBeLessThan(segment.end)
          if (index > 0) expect(segment.start).toBe(segments[index - 1]?.end)
        }
      }),
    )
  })

  test('every place is under exactly the marks that cover it', () => {
    fc.assert(
      fc.property(stretch, marksOf, (range, marks) => {
        for (const segment of segmentText(range, marks))
          for (let at = segment.start; at < segment.end; at++)
            expect(segment.marks).toEqual(marks.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id))
      }),
    )
  })

  test('no two neighbours are under the same marks unless a mark ends and another begins there', () => {
    fc.assert(
      fc.property(stretch, marksOf, (range, marks) => {
        const edges = new Set(marks.flatMap(({ start, end }) => (start < end ? [start, end] : [])))
        for (const segment of segmentText(range, marks).slice(1)) expect(edges.has(segment.start)).toBe(true)
      }),
    )
  })
})
