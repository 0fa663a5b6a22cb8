import type { Mark } from './segment-text.ts'

/**
 * Which line under the text each mark is drawn on: 0 is nearest. Marks that share text get different lines, and a short one
 * lies nearer to the text than the long one around it.
 */
export const lanesOf = (marks: readonly Mark[]): ReadonlyMap<string, number> => {
  const byLength = marks
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.end - one.start - (other.end - other.start) || one.start - other.start)
  const placed: { readonly mark: Mark; readonly lane: number }[] = []
  for (const mark of byLength) {
    const taken = new Set(placed.filter(other => overlap(mark, other.mark)).map(({ lane }) => lane))
    let lane = 0
    while (taken.has(lane)) lane++
    placed.push({ mark, lane })
  }
  return new Map(placed.map(({ mark, lane }) => [mark.id, lane]))
}

const overlap = (one: Mark, other: Mark): boolean => one.start < other.end && other.start < one.end
