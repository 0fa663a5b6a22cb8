import { characters } from '../../scan/characters.ts'
import type { Item, ItemList } from '../item-lists.ts'
import type { Finding, Rule } from '../rule.ts'

const ofNumbers = characters('0123456789一二三四五六七八九十百(（[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳')

const separatorOf = ({ marker: { text } }: Item): string => {
  let at = 0
  while (at < text.length && ofNumbers[text.charCodeAt(at)] === 1) at++
  return text.slice(at)
}

const most = <T>(items: readonly T[]): { readonly value: T; readonly count: number } | null => {
  const counts = new Map<T, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  return first ? { value: first[0], count: first[1] } : null
}

/** The sign that most of a list puts after its numbers, where one clearly leads. */
const custom = (signs: readonly string[]): string | null => {
  const leading = most(signs.filter(sign => sign !== ''))
  return leading && leading.count * 2 > signs.length ? leading.value : null
}

const oddOnes = ({ items }: ItemList): readonly Finding[] => {
  const family = items[0]?.marker.family
  if (family !== 'arab' && family !== 'han') return none
  const signs = items.map(separatorOf)
  // As a rule they are all alike.
  if (signs[0] !== '' && signs.every(sign => sign === signs[0])) return none
  const usual = custom(signs)
  return items.flatMap(({ line, marker: { text } }, i) => {
    const sign = signs[i] ?? ''
    const proper = usual ?? (sign === '' ? '.' : null)
    if (proper === null || sign === proper) return []
    const span = { start: line.start, end: line.start + text.length }
    const fixed = `${text.slice(0, text.length - sign.length)}${proper}`
    return [{ code: 'numbering-style', params: { marker: text, proper: fixed }, span, remedy: { span, text: fixed } }]
  })
}

const none: readonly Finding[] = []

/** The items of a list are numbered alike, and a sign parts the number from the words. */
export const itemsAreNumberedAlike: Rule = plan => plan.lists.flatMap(oddOnes)
