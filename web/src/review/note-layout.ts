/** A note in the margin: where its line is, and how tall it is, in pixels. */
export type PlacedNote = { readonly id: string; readonly wish: number; readonly height: number }

/**
 * Places margin notes beside their lines without letting two touch: each stays as near to its line as the others allow
 * (least squares, by pooling neighbours that would collide). The `held` note, the one being read, stays where its line is
 * and the others give way.
 */
export const layoutNotes = (
  notes: readonly PlacedNote[],
  gap: number,
  held: string | null = null,
): ReadonlyMap<string, number> => {
  const ordered = notes.toSorted((one, other) => one.wish - other.wish)
  const blocks: Block[] = []
  let offset = 0
  for (const note of ordered) {
    blocks.push({ sum: weightOf(note, held) * (note.wish - offset), weight: weightOf(note, held), count: 1 })
    offset += note.height + gap
    mergeBack(blocks)
  }
  return readTops(ordered, blocks, gap)
}

type Block = { readonly sum: number; readonly weight: number; readonly count: number }

const heldWeight = 1e6

const weightOf = (note: PlacedNote, held: string | null): number => (note.id === held ? heldWeight : 1)

const mean = ({ sum, weight }: Block): number => sum / weight

const mergeBack = (blocks: Block[]): void => {
  for (;;) {
    const last = blocks.at(-1)
    const before = blocks.at(-2)
    if (!last || !before || mean(before) <= mean(last)) return
    blocks.splice(-2, 2, {
      sum: before.sum + last.sum,
      weight: before.weight + last.weight,
      count: before.count + last.count,
    })
  }
}

const readTops = (ordered: readonly PlacedNote[], blocks: readonly Block[], gap: number): Map<string, number> => {
  const shifts = blocks.flatMap(block => Array.from({ length: block.count }, () => Math.max(0, mean(block))))
  const tops = new Map<string, number>()
  let offset = 0
  for (const [index, note] of ordered.entries()) {
    tops.set(note.id, (shifts[index] ?? 0) + offset)
    offset += note.height + gap
  }
  return tops
}
