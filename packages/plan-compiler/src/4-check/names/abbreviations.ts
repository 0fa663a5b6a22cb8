import { clued } from '../../scan/clues.ts'
import { bodyOf, hitsOf } from '../places.ts'
import { count, type NameLook, type Occurrence, pairOf } from './name-pair.ts'

/** Campaigns by their short names, each with the words that show that the plan means it. */
const campaigns: Readonly<Record<string, RegExp>> = {
  创卫: /卫生(?:城|县|乡|镇|村|社区|区)/,
  创城: /文明城|卫生城|创建[^,。;]{0,8}城市/,
  创文: /文明/,
  创森: /森林城/,
  创园: /园林/,
  创模: /模范/,
  创安: /平安|安全/,
}

const short = clued(/创[卫城文森园模安](?![\u4e00-\u9fff]{0,1}[市镇村区])/g)

/** The campaign under another's short name, which the plan never spells out. */
export const abbreviationsThatVary: NameLook = plan => {
  const seen = new Map<string, Occurrence>()
  for (const { match, start, end } of hitsOf(plan, short)) count(seen, match[0], { start, end })
  const [usual, ...others] = [...seen.values()].sort((a, b) => b.count - a.count)
  if (!usual || usual.count < 2) return []
  const body = bodyOf(plan)
  const odd = others.find(other => other.count * 2 <= usual.count && !campaigns[other.words]?.test(body))
  return odd ? [pairOf(usual, odd)] : []
}
