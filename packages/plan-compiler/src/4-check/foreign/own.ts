import type { Span } from '../../plan.ts'
import { type Clued, clued, matchesIn } from '../../scan/clues.ts'
import { hitsOf } from '../places.ts'
import type { CheckedPlan } from '../rule.ts'

/** Whose plan it is: how high it stands where it governs a place, or that it is an institution. */
export type Own = { readonly name: string; readonly level: number; readonly institution: boolean }

export type ForeignLook = (plan: CheckedPlan, own: Own) => readonly Span[]

const levels: Readonly<Record<string, number>> = {
  省: 5,
  市: 4,
  州: 4,
  县: 3,
  区: 3,
  旗: 3,
  镇: 2,
  乡: 2,
  街道: 2,
  社区: 1,
  村: 1,
  小区: 0,
}
const kinds = '街道|社区|小区|公司|单位|省|市|州|县|区|旗|镇|乡|村|局|校|院|司|厂'

const votes: readonly { readonly pattern: Clued; readonly weight: number }[] = [
  { pattern: clued(new RegExp(`(?:现就|结合|特制定|制定|制订)(?:我|本)(${kinds})`, 'g')), weight: 5 },
  { pattern: clued(new RegExp(`(?:我|本)(${kinds})(?!域|长|民|际|文明办|级)`, 'g')), weight: 3 },
  { pattern: clued(new RegExp(`全(${kinds})(?!域|长|民|体|面|员|性|级|国)`, 'g')), weight: 1 },
]

const described = /(?:文明|和谐|平安|绿色|示范|安全|无疫|卫生|美丽|幸福|创建|各|个|老旧|新建|住宅|居民)$/
const named = clued(/([\u4e00-\u9fffxX*]{1,4}?)(街道|社区|小区|公司|局|镇|乡|村|县|市|区|学校|医院)/g)

const titled = (title: string): string | null => {
  for (const [, name = '', kind = ''] of matchesIn(named, title, 0, title.length))
    if (!described.test(name)) return kind
  return null
}

/** Whose plan it is, as far as it says so; null where it does not. */
export const ownOf = (plan: CheckedPlan): Own | null => {
  const tally = new Map<string, number>()
  const add = (kind: string, weight: number): void => {
    tally.set(kind, (tally.get(kind) ?? 0) + weight)
  }
  for (const { pattern, weight } of votes) for (const { match } of hitsOf(plan, pattern)) add(match[1] ?? '', weight)
  const byTitle = titled(plan.reading.title ?? '')
  if (byTitle) add(byTitle, 4)
  const ranked = [...tally]
    .filter(([kind]) => kind !== '单位')
    .sort((a, b) => b[1] - a[1] || (levels[a[0]] ?? 9) - (levels[b[0]] ?? 9))
  const [first] = ranked
  if (!first || first[1] < 3) return byThePlacesSpokenOf(plan)
  const level = levels[first[0]]
  return { name: `${first[0]}的方案`, level: level ?? 1, institution: level === undefined }
}

const often = 15
const community = clued(/社区|小区|居委会/g)

/** A plan that speaks of communities all along is one of a community. */
const byThePlacesSpokenOf = (plan: CheckedPlan): Own | null =>
  hitsOf(plan, community).length >= often ? { name: '社区的方案', level: 1, institution: false } : null
