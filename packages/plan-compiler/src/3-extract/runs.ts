import type { Node } from '../2-outline/tree.ts'

/** Siblings cut where their numbering starts again. */
export const runsOf = (children: readonly Node[]): readonly (readonly Node[])[] => {
  const runs: Node[][] = []
  for (const child of children) {
    const run = runs[runs.length - 1]
    const last = run?.[run.length - 1]
    const goesOn =
      last?.marker &&
      child.marker &&
      last.marker.family === child.marker.family &&
      !(child.marker.number === 1 && (last.marker.number ?? 0) >= 1)
    if (run && goesOn) run.push(child)
    else runs.push([child])
  }
  return runs
}
