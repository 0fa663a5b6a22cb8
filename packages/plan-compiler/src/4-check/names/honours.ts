import { clued } from '../../scan/clues.ts'
import { bodyOf, hitsOf } from '../places.ts'
import type { NameLook, Occurrence } from './name-pair.ts'
import { count, pairOf } from './name-pair.ts'

const sought = clued(
  /(?:创建|争创|申报|参加创建|参评)(?:[\u4e00-\u9fff]{0,8}?)((?:文明|卫生|平安|示范|先进)(?:单位|乡镇|村镇|街道|社区|小区|行业|校园|机关|企业))/g,
)
const formal = /(?:全[国省市县区]|[省市县区]级|[\u4e00-\u9fff]{2}[省市县区])$/
const aim = /(?:继续|力争|争取|确保|积极参加|积极|努力|目标[^。]{0,12})?(?:创建|争创|申报|参加创建|参评)/

/** The honour that the plan names as its aim, and another of the same family named once in its stead. */
export const honoursThatVary: NameLook = plan => {
  const seen = new Map<string, Occurrence>()
  for (const { match, start, end } of hitsOf(plan, sought)) {
    const honour = match[1] ?? ''
    const between = match[0].slice(0, -honour.length).replace(aim, '')
    if (formal.test(between)) count(seen, honour, { start, end })
  }
  const family = [...seen.values()].filter(({ words }) => words.startsWith('文明') || words.startsWith('卫生'))
  const [one, other, ...more] = family
  if (!one || !other || more.length > 0 || one.words.slice(0, 2) !== other.words.slice(0, 2)) return []
  const body = bodyOf(plan)
  const times = (words: string): number => body.split(words).length - 1
  // Only a name that stands nowhere else is a slip; two that are both spoken of are two aims.
  const [usual, odd] = times(one.words) >= times(other.words) ? [one, other] : [other, one]
  return times(odd.words) === 1 && times(usual.words) >= 2
    ? [{ ...pairOf(usual, odd), name: usual.words, other: odd.words, at: odd.first, related: usual.first }]
    : []
}
