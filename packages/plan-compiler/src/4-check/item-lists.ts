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

/** `last` and `line` are of the item that is still open. */
type Open = {
  readonly lead: Line | null
  readonly marker: Marker
  readonly items: Item[]
  line: Line
  last: Marker
  leaf: boolean
}

const alike = (a: Marker, b: Marker): boolean => a.family === b.family && a.depth === b.depth

const endItem = ({ items, line, last, leaf }: Open, end: number): void => {
  items.push({ line, marker: last, number: last.number, span: { start: line.start, end }, leaf })
}

/** A list goes on where the number grows; a `1` begins another. */
const goesOn = (open: Open, marker: Marker): boolean => {
  const before = open.last.number ?? 0
  // A 0 after 9 has lost its 1.
  return marker.number === null || marker.number > 1 || before <= 1 || (marker.number === 0 && before === 9)
}

/** How many of the open lists stay open when a marked line comes: wider numbering closes narrower. */
const keptOpen = (stack: readonly Open[], marker: Marker): number => {
  for (let i = stack.length - 1; i >= 0; i--) {
    const open = stack[i] as Open // within the stack
    if (alike(open.marker, marker)) return goesOn(open, marker) ? i + 1 : i
  }
  const rank = markerRank(marker)
  let kept = stack.length
  while (kept > 0 && markerRank((stack[kept - 1] as Open).marker) >= rank) kept--
  return kept
}

const add = (stack: Open[], line: Line, marker: Marker, before: Line | null): void => {
  const top = stack.at(-1)
  if (top && alike(top.marker, marker)) {
    endItem(top, before?.end ?? line.start)
    top.line = line
    top.last = marker
    top.leaf = true
    return
  }
  if (top) top.leaf = false
  stack.push({ lead: before, marker, items: [], line, last: marker, leaf: true })
}

/** What is attached is listed at the foot of a plan, with numbers of its own. */
const attachments = clued(/附件?[:.\d一二三四五六七八九十]/y)

/** Every numbered list among some lines of a text, in the order in which they end. */
export const itemLists = (text: string, lines: readonly Line[]): readonly ItemList[] => {
  const done: ItemList[] = []
  const stack: Open[] = []
  let before: Line | null = null
  const close = (kept: number): void => {
    while (stack.length > kept) {
      const open = stack.pop() as Open // the stack is not empty
      endItem(open, before?.end ?? 0)
      done.push(open)
    }
  }
  for (const line of lines) {
    const { marker } = line
    if (endAt(attachments, text, line.start) > 0) close(0)
    if (marker) {
      close(keptOpen(stack, marker))
      add(stack, line, marker, before)
    }
    before = line
  }
  close(0)
  return done
}

const least = 3
const few: readonly Item[] = []

/** The items of a list of single ones that lack what at least three in four of them have. */
export const fewWithout = ({ items }: ItemList, has: (item: Item) => boolean): readonly Item[] => {
  if (items.length <= least || items.some(({ leaf }) => !leaf)) return few
  const without: Item[] = []
  for (const item of items) {
    if (has(item)) continue
    without.push(item)
    if (without.length * 4 > items.length) return few
  }
  return without
}
