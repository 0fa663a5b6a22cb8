import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutNotes } from './note-layout.ts'

const anyNotes = fc
  .array(fc.tuple(fc.nat(2000), fc.integer({ min: 20, max: 160 })), { maxLength: 30 })
  .map(list => list.map(([wish, height], index) => ({ id: `${index}`, wish, height })))

describe('notes in the margin', () => {
  test('a note with room stands beside its line', () => {
    const tops = layoutNotes(
      [
        { id: 'a', wish: 40, height: 60 },
        { id: 'b', wish: 400, height: 60 },
      ],
      8,
    )
    expect([tops.get('a'), tops.get('b')]).toEqual([40, 400])
  })

  test('two notes for one line part evenly', () => {
    const tops = layoutNotes(
      [
        { id: 'a', wish: 300, height: 50 },
        { id: 'b', wish: 300, height: 50 },
      ],
      10,
    )
    expect([tops.get('a'), tops.get('b')]).toEqual([270, 330])
  })

  test('the note being read stays beside its line and the others give way', () => {
    const notes = [300, 310, 320].map((wish, index) => ({ id: `${index}`, wish, height: 90 }))
    expect(layoutNotes(notes, 10, '1').get('1')).toBeCloseTo(310, 1)
  })

  test('no two notes ever touch, none leaves the page, and their order is that of their lines', () => {
    fc.assert(
      fc.property(anyNotes, fc.option(fc.nat(29)), (notes, held) => {
        const tops = layoutNotes(notes, 8, held === null ? null : `${held}`)
        const placed = notes.toSorted((one, other) => one.wish - other.wish)
        let bottom = Number.NEGATIVE_INFINITY
        for (const note of placed) {
          const top = tops.get(note.id) ?? Number.NaN
          expect(top).toBeGreaterThanOrEqual(0)
          expect(top).toBeGreaterThanOrEqual(bottom + 7.999)
          bottom = top + note.height
        }
      }),
    )
  })
})
