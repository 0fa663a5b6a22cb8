import type { Item, ItemList } from '../item-lists.ts'
import type { Finding, Rule } from '../rule.ts'

const separatorOf = ({ marker }: Item): string => marker.text.replace(/^[\d一二三四五六七八九十百(（[①-⑳]+/, '')

const most = <T>(items: readonly T[]): { readonly value: T; readonly count: number } | null => {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  return first ? { value: first[0], count: first[1] } : null
}

/** The sign that most of a list puts after its numbers, where one clearly leads. */
const custom = ({ items }: ItemList): string | null => {
  const leading = most(items.map(separatorOf).filter(sign => sign !== ''))
  return leading && leading.count * 2 > items.length ? leading.value : null
}

const oddOnes = (list: ItemList): readonly Finding[] => {
  const [first] = list.items
  if (first?.marker.family !== 'arab' && first?.marker.family !== 'han') return []
  const usual = custom(list)
  return list.items.flatMap(item => {
    const sign = separatorOf(item)
    const proper = usual ?? (sign === '' ? '.' : null)
    if (proper === null || sign === proper) return []
    const { text } = item.marker
    const span = { start: item.line.start, end: item.line.start + text.length }
    const fixed = `${text.slice(0, text.length - sign.length)}${proper}`
    return [{ code: 'numbering-style', params: { marker: text, proper: fixed }, span, remedy: { span, text: fixed } }]
  })
}

/** The items of a list are numbered alike, and a sign parts the number from the words. */
export const itemsAreNumberedAlike: Rule = plan => plan.lists.flatMap(oddOnes)
