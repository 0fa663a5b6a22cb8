import { seededChance } from '@luoshi/rules/seeded-chance'
import { sampleCommunities, sampleCompanies, sampleStreets, sampleUnits } from './sample-county.ts'

export type SamplePoint = {
  readonly pointType: string
  readonly name: string
  /** The unit that answers for it. */
  readonly unit: string
  readonly address: string
  readonly contactName: string
  readonly contactPhone: string
  readonly longitude: number | null
  readonly latitude: number | null
}

/** The ready standards that the sample county publishes: one for each type of point it has. */
export const sampleStandards = [
  'street-office',
  'culture-station',
  'community',
  'culture-centre',
  'estate',
  'mall',
  'hotel',
  'market',
] as const

/** Nowhere on any map: the county's middle, with its streets around it. */
const middle = { longitude: 110.412, latitude: 30.276 }
const streetsAt: Readonly<Record<string, readonly [east: number, north: number]>> = {
  临河街道: [0.021, 0.004],
  城关街道: [-0.004, 0.012],
  南山街道: [-0.009, -0.016],
}

const chance = seededChance(20_260_311)
const near = (value: number, by: number): number => Number((value + (chance.next() - 0.5) * by).toFixed(5))
const surnames = '尚伊宁步梅乔祁竺宣骆翁阮茅池桂祝路温甄蔺'
const titles = ['书记', '主任', '经理', '店长', '老师', '师傅'] as const
const pick = <T>(from: readonly T[] | string): T | string => from[Math.floor(chance.next() * from.length)] as T | string // never empty

const communityOf = new Map(sampleUnits.filter(({ kind }) => kind === 'estate').map(one => [one.name, one.parent]))
const streetOf = new Map(sampleUnits.filter(({ kind }) => kind === 'community').map(one => [one.name, one.parent]))

/** Each community has a place of its own within its street. */
const communityAt = new Map(
  sampleCommunities.map((community, index) => {
    const [east, north] = streetsAt[streetOf.get(community) ?? ''] ?? [0, 0]
    const angle = ((index % 4) / 4 + 0.1) * Math.PI * 2
    return [
      community,
      {
        longitude: middle.longitude + east + Math.cos(angle) * 0.006,
        latitude: middle.latitude + north + Math.sin(angle) * 0.005,
      },
    ] as const
  }),
)

const pointIn = (pointType: string, name: string, unit: string, community: string): SamplePoint => {
  const at = communityAt.get(community) ?? middle
  // A few are on no map yet, as in every county.
  const isPlaced = chance.next() > 0.04
  return {
    ...{ pointType, name, unit },
    address: `${streetOf.get(community) ?? ''}${community}${pick(lanes)}${1 + Math.floor(chance.next() * 180)}号`,
    contactName: `${pick(surnames)}${pick(titles)}`,
    contactPhone: `0500-61${String(Math.floor(chance.next() * 100_000)).padStart(5, '0')}`,
    longitude: isPlaced ? near(at.longitude, 0.006) : null,
    latitude: isPlaced ? near(at.latitude, 0.005) : null,
  }
}

const lanes = ['文昌路', '沿河路', '青石巷', '建设路', '梧桐街', '广济巷', '新桥路', '柳堤路'] as const
const shops = [
  '春风',
  '万家',
  '惠邻',
  '红橘',
  '百味',
  '乐购仕',
  '清源',
  '金穗',
  '同丰',
  '晨光',
  '山货',
  '河湾',
] as const
const inns = ['云溪', '望江', '南山', '悦来', '书香', '枫桥', '桂苑', '塔影', '渡口'] as const
const markets = ['滨河', '桥头', '鼓楼', '西市', '南山', '云台'] as const

const inTurn = (index: number): string => sampleCommunities[(index * 5 + 2) % sampleCommunities.length] ?? ''

/** About a hundred and twenty places of the sample's communities. */
export const samplePoints: readonly SamplePoint[] = [
  ...sampleStreets.map(street => {
    const community = [...streetOf].find(([, parent]) => parent === street)?.[0] ?? ''
    return pointIn('街道办事处', `${street}办事处`, street, community)
  }),
  ...sampleStreets.map((street, index) => {
    const community = [...streetOf].filter(([, parent]) => parent === street)[1]?.[0] ?? ''
    return pointIn('文化站', `${street.slice(0, 2)}文化站`, street, community || inTurn(index))
  }),
  ...sampleCommunities.map(community => pointIn('社区', community, community, community)),
  ...sampleCommunities
    .filter((_, index) => index % 2 === 0)
    .map(community => pointIn('综合文化服务中心', `${community.slice(0, 2)}综合文化服务中心`, community, community)),
  ...[...communityOf].map(([estate, community]) => pointIn('居民小区', estate, community, community)),
  ...shops.flatMap((name, index) =>
    [0, 1].map(turn => {
      const community = inTurn(index + turn * 7)
      return pointIn('商场超市', `${name}超市（${community.slice(0, 2)}店）`, community, community)
    }),
  ),
  ...inns.flatMap((name, index) =>
    (index % 3 === 0 ? ['宾馆', '快捷酒店'] : ['宾馆']).map(kind => {
      const community = inTurn(index + 3)
      return pointIn('宾馆酒店', `${name}${kind}`, community, community)
    }),
  ),
  ...markets.map((name, index) => {
    const community = sampleCommunities.find(one => one.startsWith(name)) ?? inTurn(index)
    return pointIn('农贸市场', `${name}农贸市场`, community, community)
  }),
  // What a company looks after, the company answers for.
  ...sampleCompanies.map((company, index) =>
    pointIn('居民小区', `${company.slice(0, 2)}项目服务点`, company, inTurn(index)),
  ),
]
