import type { Node } from '../2-outline/tree.ts'

const goesOn = ({ marker: last }: Node, { marker }: Node): boolean =>
  last !== null && marker !== null && last.family === marker.family && !(marker.number === 1 && (last.number ?? 0) >= 1)

/** Siblings cut where their numbering starts again. */
export const runsOf = (children: readonly Node[]): readonly (readonly Node[])[] => {
  const runs: (readonly Node[])[] = []
  let start = 0
  for (let i = 1; i <= children.length; i++) {
    const next = children[i]
    if (next && goesOn(children[i - 1] as Node, next)) continue
    runs.push(start === 0 && i === children.length ? children : children.slice(start, i))
    start = i
  }
  return runs
}
