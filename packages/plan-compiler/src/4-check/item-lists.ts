import type { Line } from '../2-outline/lines.ts'
import { type Marker, markerRank } from '../2-outline/markers.ts'
import type { Span } from '../plan.ts'
import { clued, endAt } from '../scan/clues.ts'

/** One numbered item with everything under it, up to the next of its list. */
export type Item = {
  readonly line: Line
  readonly number: number | null
  readonly marker: Marker
  readonly span: Span
  /** True where no other list stands under it. */
  readonly leaf: boolean
}

/** Items numbered alike, one after another. `lead` is the line that the first stands under. */
export type ItemList = { readonly lead: Line | null; readonly items: readonly Item[] }

type OpenItem = { readonly line: Line; readonly marker: Marker; end: number; leaf: boolean }
type Open = { readonly lead: Line | null; readonly marker: Marker; readonly items: OpenItem[] }

const alike = (a: Marker, b: Marker): boolean => a.family === b.family && a.depth === b.depth

const closed = ({ lead, items }: Open): ItemList => ({
  lead,
  items: items.map(({ line, marker, end, leaf }) => {
    return { line, marker, number: marker.number, span: { start: line.start, end }, leaf }
  }),
})

/** A list goes on where the number grows; a `1` begins another. */
const goesOn = (open: Open, marker: Marker): boolean => {
  const before = open.items.at(-1)?.marker.number ?? 0
  // A 0 after 9 has lost its 1.
  return marker.number === null || marker.number > 1 || before <= 1 || (marker.number === 0 && before === 9)
}

/** How many of the open lists stay open when a marked line comes: wider numbering closes narrower. */
const keptOpen = (stack: readonly Open[], marker: Marker): number => {
  const same = stack.findLastIndex(open => alike(open.marker, marker))
  if (same >= 0) return goesOn(stack[same] ?? { lead: null, marker, items: [] }, marker) ? same + 1 : same
  const wider = stack.findLastIndex(open => markerRank(open.marker) < markerRank(marker))
  return wider + 1
}

const add = (stack: Open[], line: Line, marker: Marker, lead: Line | null): void => {
  const item: OpenItem = { line, marker, end: line.end, leaf: true }
  const top = stack.at(-1)
  if (top && alike(top.marker, marker)) {
    top.items.push(item)
    return
  }
  const above = top?.items.at(-1)
  if (above) above.leaf = false
  stack.push({ lead, marker, items: [item] })
}

/** What is attached is listed at the foot of a plan, with numbers of its own. */
const attachments = clued(/附件?[:.\d一二三四五六七八九十]/y)

/** Every numbered list among some lines of a text, in the order in which they end. */
export const itemLists = (text: string, lines: readonly Line[]): readonly ItemList[] => {
  const done: ItemList[] = []
  const stack: Open[] = []
  let previous: Line | null = null
  for (const line of lines) {
    if (endAt(attachments, text, line.start) > 0) done.push(...stack.splice(0).reverse().map(closed))
    if (line.marker) {
      const kept = keptOpen(stack, line.marker)
      while (stack.length > kept) done.push(...stack.splice(-1).map(closed))
      add(stack, line, line.marker, previous)
    }
    for (const open of stack) {
      const item = open.items.at(-1)
      if (item) item.end = line.end
    }
    previous = line
  }
  return [...done, ...stack.reverse().map(closed)]
}
