import type { Span } from '@luoshi/plan-compiler/plan'

/** Something a stretch of the document is marked with: an item read from it, or a note about it. */
export type Mark = Span & { readonly id: string }

/** A stretch that is under the same marks from end to end. `marks` are in the order they were given. */
export type Segment = Span & { readonly marks: readonly string[] }

/** Cuts a stretch of text at every boundary of every mark, however they nest or overlap; gaps are segments without marks. */
export const segmentText = (range: Span, marks: readonly Mark[]): readonly Segment[] => {
  const inside = marks
    .map(mark => ({ id: mark.id, start: Math.max(mark.start, range.start), end: Math.min(mark.end, range.end) }))
    .filter(mark => mark.start < mark.end)
  const cuts = [...new Set([range.start, range.end, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (one, other) => one - other,
  )
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? range.start
    return { start, end, marks: inside.filter(mark => mark.start <= start && mark.end >= end).map(({ id }) => id) }
  })
}
