import type { Item } from '../item-lists.ts'
import { renumbered } from '../renumber.ts'
import type { Finding, Rule } from '../rule.ts'

const span = ({ line, marker }: Item): { start: number; end: number } => ({
  start: line.start,
  end: line.start + marker.text.length,
})

/** The second has its own number where those after it go on from that, or else they all move on by one. */
const remedyFor = (items: readonly Item[], at: number): Pick<Finding, 'remedy'> => {
  const due = (items[at]?.number ?? 0) + 1
  const goesOn = items[at + 1]?.number === due + 1
  return renumbered(items, at, goesOn ? at + 1 : items.length, due)
}

/** No number stands twice. */
export const noNumberStandsTwice: Rule = plan => {
  const repeated: Finding[] = []
  for (const { items } of plan.lists)
    for (let i = 1; i < items.length; i++) {
      const first = items[i - 1] as Item // within the items
      const second = items[i] as Item
      if (second.number === null || second.number !== first.number || second.number === 1) continue
      const params = { marker: second.marker.text }
      const related = [span(first)]
      repeated.push({ code: 'numbering-repeat', params, span: span(second), related, ...remedyFor(items, i) })
    }
  return repeated
}
