import type { Line } from '../2-outline/lines.ts'
import { type Marker, markerRank } from '../2-outline/markers.ts'
import type { Span } from '../plan.ts'
import type { CheckedPlan } from './rule.ts'

/** One numbered item with everything under it, up to the next of its list. */
export type Item = { readonly line: Line; readonly number: number | null; readonly marker: Marker; readonly span: Span }

/** Items numbered alike, one after another. `lead` is the line that the first stands under. */
export type ItemList = { readonly lead: Line | null; readonly items: readonly Item[] }

type Open = {
  readonly lead: Line | null
  readonly marker: Marker
  readonly items: { line: Line; marker: Marker; start: number; end: number }[]
}

const alike = (a: Marker, b: Marker): boolean => a.family === b.family && a.depth === b.depth

const closed = (open: Open): ItemList => ({
  lead: open.lead,
  items: open.items.map(({ line, marker, start, end }) => ({
    line,
    marker,
    number: marker.number,
    span: { start, end },
  })),
})

/** A list goes on where the number grows; a `1` begins another, as does a number that falls back to where nothing was skipped. */
const goesOn = (open: Open, marker: Marker): boolean => {
  const before = open.items[open.items.length - 1]?.marker.number ?? 0
  return marker.number === null || marker.number > 1 || before === 1 || before === 0
}

/** Every numbered list of a plan, in the order in which they end. */
export const itemLists = ({ lines }: CheckedPlan): readonly ItemList[] => {
  const done: ItemList[] = []
  const stack: Open[] = []
  let previous: Line | null = null
  const close = (): void => {
    const open = stack.pop()
    if (open) done.push(closed(open))
  }
  for (const line of lines) {
    const { marker } = line
    if (marker) {
      while (
        stack.length > 0 &&
        !alike(last(stack).marker, marker) &&
        markerRank(last(stack).marker) >= markerRank(marker)
      )
        close()
      const resumed = stack.findLastIndex(open => alike(open.marker, marker))
      while (resumed >= 0 && stack.length > resumed + 1) close()
      if (resumed >= 0 && !goesOn(last(stack), marker)) close()
      const item = { line, marker, start: line.start, end: line.end }
      if (stack.length > 0 && alike(last(stack).marker, marker)) last(stack).items.push(item)
      else stack.push({ lead: previous, marker, items: [item] })
    }
    for (const open of stack) {
      const item = open.items[open.items.length - 1]
      if (item) item.end = line.end
    }
    previous = line
  }
  while (stack.length > 0) close()
  return done
}

// The stack is never empty where this is asked.
const last = (stack: readonly Open[]): Open => stack[stack.length - 1] as Open
