import type { Edit, Remedy } from '../plan.ts'
import type { Item } from './item-lists.ts'
import { markerFor } from './marker-for.ts'

const spanOf = ({ line, marker }: Item): Edit['span'] => ({ start: line.start, end: line.start + marker.text.length })

/** More numbers than this are not changed at one click. */
const most = 60

/**
 * The numbers of the items from one to another put right, the first of them being due as `due`. Nothing where they do not run on
 * from the first one: then more than one thing is wrong, and there is no one right answer.
 */
export const renumbered = (
  items: readonly Item[],
  from: number,
  to: number,
  due: number,
): { readonly remedy?: Remedy } => {
  const number = items[from]?.number ?? null
  if (number === null || to - from > most) return {}
  const wrong = items.slice(from, to)
  if (!wrong.every((item, i) => item.number === number + i)) return {}
  const [edit, ...also] = wrong.map((item, i): Edit => ({ span: spanOf(item), text: markerFor(item.marker, due + i) }))
  return edit ? { remedy: { ...edit, ...(also.length > 0 && { also }) } } : {}
}
