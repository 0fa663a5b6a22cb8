import type { Item } from '../item-lists.ts'
import { markerFor } from '../marker-for.ts'
import type { Finding, Rule } from '../rule.ts'

const span = ({ line, marker }: Item): { start: number; end: number } => ({
  start: line.start,
  end: line.start + marker.text.length,
})

/** Where the next item goes on as if the second had its own number, there is one right answer. */
const remedyFor = (second: Item, next: Item | undefined): Pick<Finding, 'remedy'> => {
  const due = (second.number ?? 0) + 1
  return next?.number === due + 1 ? { remedy: { span: span(second), text: markerFor(second.marker, due) } } : {}
}

/** No number stands twice. */
export const noNumberStandsTwice: Rule = plan =>
  plan.lists.flatMap(({ items }) =>
    items.slice(1).flatMap((second, i): readonly Finding[] => {
      const first = items[i]
      if (!first || second.number === null || second.number !== first.number || second.number === 1) return []
      const marker = second.marker.text
      return [
        {
          code: 'numbering-repeat',
          params: { marker },
          span: span(second),
          related: [span(first)],
          ...remedyFor(second, items[i + 2]),
        },
      ]
    }),
  )
