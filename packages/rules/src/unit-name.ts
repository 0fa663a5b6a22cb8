import type { UnitKind } from './unit-kind.ts'

/** A name as it is compared: half width, without spaces, quotes and what trails it. */
export const plainName = (text: string): string =>
  text
    .slice(0, longestName)
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」《》]/g, '')
    .replace(/[,.、。;:]+$/, '')
    .replace(/等(?:单位|部门)?$/, '')

/** Beyond this a party is no name but a paragraph. */
const longestName = 120

/** Without the remark in brackets behind it: 民政局(牵头). */
export const withoutRemark = (name: string): string => name.replace(/\([^()]*\)$/, '') || name

/** Endings that say the same body in fewer characters. The first that fits is replaced, once. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:社区)?居民委员会$|社区居委会$|居委会$|社区(?:党组织|党委|党支部|党总支|服务中心|工作站)$/, '社区'],
  [/村民委员会$|村委会$|行政村$/, '村'],
  [/(街道|镇|乡)(?:办事处|人民政府|党工委|党委|办|政府)$/, '$1'],
  [/办事处$/, '街道'],
  [/人民政府$/, '政府'],
  [/委员会办公室$/, '委办'],
  [/(?:领导小组)?办公室$/, '办'],
  [/委员会$/, '委'],
  [/联合会$/, '联'],
  [/总工会$/, '工会'],
  [/(?:有限责任|股份有限|有限)公司$/, ''],
]

/** 滨河社区居民委员会 and 滨河居委会 are both 滨河社区; 城市管理局 stays. */
export const shortEnding = (name: string): string => {
  const fitting = endings.find(([pattern]) => pattern.test(name))
  return fitting ? name.replace(fitting[0], fitting[1]) : name
}

/**
 * The name without the place in front: 云溪县住建局, 县住建局 and 住建局 are one in 云溪县. What is left may be read in two ways
 * (市监局 is no 监局 of a city), so both are given.
 */
export const withoutPlace = (name: string, places: readonly string[]): readonly string[] => {
  const plain = name.replace(/^(?:中共|本)(?=.{2})/, '')
  const place = places.find(candidate => candidate.length > 1 && plain.startsWith(candidate))
  const rest = place && plain.length > place.length + 1 ? plain.slice(place.length) : plain
  const bare = rest.replace(/^[县区市镇](?=.{2})/, '').replace(/^委(?=.{2,}[部办]$)/, '')
  return bare === rest ? [rest] : [bare, rest]
}

/** What kinds of unit a common noun stands for. Longer nouns come first. */
const nouns: readonly (readonly [string, readonly UnitKind[]])[] = [
  [
    '镇(?:\\(街道\\)|街道|街)|街道?(?:\\(?镇\\)?|乡镇|\\(乡镇\\))|乡镇\\(?街道\\)?|街道(?:办事处|办)?\\(乡镇(?:人民政府|政府)?\\)',
    ['street', 'town'],
  ],
  [
    '村\\(?社区\\)?|社区\\(?村\\)?|村居|居\\(村\\)委会|村\\(居\\)(?:委会)?|居民?委?会?\\(村\\)',
    ['community', 'village'],
  ],
  ['小区\\(社区[、,]?村\\)', ['estate', 'community', 'village']],
  ['街道(?:办事处|办)?', ['street']],
  ['乡镇(?:人民政府|政府)?|镇乡|镇|乡', ['town']],
  ['社区(?:居委会|居民委员会|党组织|党委|党支部)?|居委会|居民委员会', ['community']],
  ['村(?:委会|民委员会)?|行政村', ['village']],
  ['小区|住宅小区|居民小区|住宅区|院落', ['estate']],
  ['网格', ['grid']],
  ['部门|科室|委办局|局', ['department']],
  ['企业|公司|商户|商场|酒店|宾馆|店', ['company']],
  ['学校|中小学校?|幼儿园|小学|中学', ['school']],
]

const fillers = /辖区内?的?|全[县区市镇街]|县直|区直|市直|镇直|直属|职能|服务|居民|住宅|基层|下属|所属/g

const nounPatterns = nouns.map(([source, kinds]) => ({ pattern: new RegExp(`^(.{0,8}?)(?:${source})$`), kinds }))

/** A common noun for units, with what narrows it (物业 in 物业服务企业); null for a proper name. */
export const unitNoun = (name: string): { readonly kinds: readonly UnitKind[]; readonly narrowed: string } | null => {
  for (const { pattern, kinds } of nounPatterns) {
    const match = pattern.exec(name)
    if (match) return { kinds, narrowed: (match[1] ?? '').replace(fillers, '') }
  }
  return null
}
