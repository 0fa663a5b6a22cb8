import { clued } from '../../scan/clues.ts'
import { hanValue } from '../../vocabulary/numerals.ts'
import type { Item, ItemList } from '../item-lists.ts'
import { markerFor } from '../marker-for.ts'
import { hitsOf } from '../places.ts'
import { renumbered } from '../renumber.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

/** More than this at once is another way of numbering, not items lost. */
const most = 3

const markerSpan = ({ line }: Item): { start: number; end: number } => ({ start: line.start, end: line.body })

/** How many items the list is said to have; then the one that is missing was lost, and numbers are not what is wrong. */
const promised = ({ text }: CheckedPlan, { lead }: ItemList): number | null => {
  const count =
    lead && /([一二三四五六七八九十]{1,3}|\d{1,2})(?:项|个|条|点|方面|大|步)/.exec(text.slice(lead.body, lead.end))?.[1]
  return count ? (/\d/.test(count) ? Number(count) : hanValue(count)) : null
}

const remedyFor = (plan: CheckedPlan, list: ItemList, at: number): Pick<Finding, 'remedy'> => {
  const { items } = list
  if (promised(plan, list) === items[items.length - 1]?.number) return {}
  return renumbered(items, at, items.length, (items[at - 1]?.number ?? 0) + 1)
}

const leavesOut = (first: Item, second: Item): boolean => {
  const a = first.number ?? 0
  const b = second.number ?? 0
  return a !== 0 && b - a >= 2 && b - a - 1 <= most
}

const between = (first: Item, second: Item, remedy: Pick<Finding, 'remedy'>): Finding => {
  const missing = markerFor(first.marker, (first.number ?? 0) + 1)
  const params = { before: first.marker.text, after: second.marker.text, missing }
  return { code: 'numbering-gap', params, span: markerSpan(second), related: [markerSpan(first)], ...remedy }
}

/** A list that begins with its second item, right under its heading. */
const lacksFirst = ({ items: [first], lead }: ItemList): boolean => {
  if (!first || !lead?.marker || first.marker.family === 'step') return false
  return first.number !== null && first.number >= 2 && first.number <= most
}

const withoutFirst = ({ items: [first], lead }: ItemList): readonly Finding[] => {
  if (!first || !lead?.marker) return []
  const missing = markerFor(first.marker, 1)
  const params = { before: lead.marker.text, after: first.marker.text, missing }
  return [{ code: 'numbering-gap', params, span: markerSpan(first), related: [{ start: lead.start, end: lead.end }] }]
}

const key = ({ marker }: Item, number: number): string => `${marker.family} ${number}`

/** Numbers that run on through the whole plan begin where an earlier list of their kind ended. */
const notRunningOn = (lists: readonly ItemList[], some: readonly ItemList[]): readonly ItemList[] => {
  const ends = new Map<string, number>()
  for (const { items } of lists) {
    const last = items[items.length - 1]
    if (last?.number == null) continue
    const name = key(last, last.number)
    ends.set(name, Math.min(ends.get(name) ?? last.span.start, last.span.start))
  }
  return some.filter(({ items: [first] }) => {
    const before = first ? ends.get(key(first, (first.number ?? 0) - 1)) : undefined
    return first && !(before !== undefined && before < first.span.start)
  })
}

const inline = clued(/(?<![^。;:,\n])([一二三四五六七八九十]{1,2})是(?=[\u4e00-\u9fff“《])/g)

const paragraph = 600

/** `一是…二是…四是…` within one paragraph. */
const inSentence = (plan: CheckedPlan): readonly Finding[] => {
  let before: { value: number; text: string; start: number; end: number } | null = null
  return hitsOf(plan, inline).flatMap(({ match, start, end }) => {
    const value = hanValue(match[1] ?? '') ?? 0
    const last = before
    before = { value, text: match[0], start, end }
    if (!last || value - last.value < 2 || value - last.value - 1 > most) return []
    if (start - last.end > paragraph) return []
    const missing = `${'一二三四五六七八九十'[last.value] ?? ''}是`
    return [
      {
        code: 'numbering-gap',
        params: { before: last.text, after: match[0], missing },
        span: { start, end },
        related: [{ start: last.start, end: last.end }],
      },
    ]
  })
}

/** No number is left out. */
export const noNumberIsLeftOut: Rule = plan => {
  const lists = plan.lists
  const gaps: Finding[] = []
  for (const list of lists)
    for (let i = 1; i < list.items.length; i++) {
      const first = list.items[i - 1] as Item // within the items
      const second = list.items[i] as Item
      // After a number that stands twice the next one seems to be missing.
      const repeated = first.number === list.items[i - 2]?.number
      if (repeated || first.marker.family === 'step' || !leavesOut(first, second)) continue
      gaps.push(between(first, second, remedyFor(plan, list, i)))
    }
  const headless = lists.filter(lacksFirst)
  const heads = headless.length === 0 ? [] : notRunningOn(lists, headless).flatMap(withoutFirst)
  return [...gaps, ...heads, ...inSentence(plan)]
}
