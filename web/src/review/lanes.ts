import type { Mark } from './segment-text.ts'

/**
 * Which line under the text each mark is drawn on: 0 is nearest. Marks that share text get different lines, and a short one
 * lies nearer to the text than the long one around it.
 */
export const lanesOf = (marks: readonly Mark[]): ReadonlyMap<string, number> => {
  const byLength = marks
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.end - one.start - (other.end - other.start) || one.start - other.start)
  const lanes = new Map<string, number>()
  const near = new Map<number, { readonly mark: Mark; readonly lane: number }[]>()
  for (const mark of byLength) {
    const stretches = stretchesOf(mark)
    const taken = new Set(
      stretches.flatMap(at => (near.get(at) ?? []).filter(other => overlap(mark, other.mark)).map(({ lane }) => lane)),
    )
    let lane = 0
    while (taken.has(lane)) lane++
    lanes.set(mark.id, lane)
    for (const at of stretches) near.set(at, [...(near.get(at) ?? []), { mark, lane }])
  }
  return lanes
}

const stretch = 256

/** Marks that share text share one of these; only those have to be compared. */
const stretchesOf = ({ start, end }: Mark): readonly number[] => {
  const first = Math.floor(start / stretch)
  return Array.from({ length: Math.floor((end - 1) / stretch) - first + 1 }, (_, index) => first + index)
}

const overlap = (one: Mark, other: Mark): boolean => one.start < other.end && other.start < one.end
