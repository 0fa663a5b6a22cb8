/** Something that takes a stretch of a row, in pixels from its left edge. */
export type Stretch = { readonly id: string; readonly left: number; readonly right: number }

/** Lays the bars of one row into as few lines as will do, so that no two on a line touch. Longest first among those that begin together. */
export const barLanes = (
  bars: readonly Stretch[],
  gap: number,
): { readonly lanes: ReadonlyMap<string, number>; readonly count: number } => {
  const ends: number[] = []
  const lanes = new Map<string, number>()
  const ordered = bars.toSorted((one, other) => one.left - other.left || other.right - one.right)
  for (const bar of ordered) {
    const free = ends.findIndex(end => end + gap <= bar.left)
    const lane = free === -1 ? ends.length : free
    ends[lane] = bar.right
    lanes.set(bar.id, lane)
  }
  return { lanes, count: ends.length }
}
