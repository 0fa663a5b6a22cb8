import type { UnitKind } from '@luoshi/rules/unit-kind'

export type SampleUnit = {
  readonly name: string
  readonly kind: UnitKind
  readonly parent: string
  readonly shortName?: string
  readonly aliases?: readonly string[]
}

/** 云溪县 is nowhere: three streets, twelve communities, forty estates, and the departments and companies beside them. */
export const county = '云溪县'

const streets: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  临河街道: {
    滨河社区: ['滨河苑', '渔歌里', '柳岸小区', '水厂家属院'],
    桥头社区: ['桥头新村', '长虹小区', '望桥居'],
    双塔社区: ['双塔花园', '塔影里', '粮站宿舍'],
    渡口社区: ['渡口小区', '轮渡公司家属院', '江风苑'],
  },
  城关街道: {
    鼓楼社区: ['鼓楼里', '钟鼓小区', '文庙巷小区', '县府宿舍'],
    东门社区: ['东门花园', '瓮城小区', '纺织厂家属院'],
    书院社区: ['书院里', '墨香苑', '一中宿舍', '状元坊'],
    西市社区: ['西市小区', '盐店巷', '百货公司宿舍'],
  },
  南山街道: {
    南山社区: ['南山雅居', '松风苑', '茶场小区'],
    青枫社区: ['青枫里', '枫林小区', '农机厂家属院'],
    云台社区: ['云台花园', '望云居', '台前小区', '林场宿舍'],
    石坪社区: ['石坪新村', '采石厂宿舍', '坪上人家'],
  },
}

const departments: readonly (readonly [name: string, shortName: string, ...aliases: string[]])[] = [
  ['县精神文明建设办公室', '县创建办', '县文明办', '创建办'],
  ['县住房和城乡建设局', '县住建局'],
  ['县城市管理局', '县城管局'],
  ['县公安局', '县公安局'],
  ['县民政局', '县民政局'],
  ['县应急管理局', '县应急局', '县应急管理局'],
  ['县市场监督管理局', '县市场监管局'],
  ['县教育局', '县教育局'],
  ['县卫生健康局', '县卫健局'],
  ['县文化和旅游局', '县文旅局'],
  ['县交通运输局', '县交通局'],
  ['县生态环境局', '县环保局', '县生态环境局'],
]

const companies: readonly (readonly [name: string, street: string])[] = [
  ['安泰物业服务有限公司', '临河街道'],
  ['碧水物业服务有限公司', '临河街道'],
  ['同心物业服务有限公司', '临河街道'],
  ['鼎和物业服务有限公司', '城关街道'],
  ['惠民物业服务有限公司', '城关街道'],
  ['锦程物业服务有限公司', '城关街道'],
  ['青山物业服务有限公司', '南山街道'],
  ['云居物业服务有限公司', '南山街道'],
]

const schools: readonly (readonly [name: string, street: string])[] = [
  ['临河小学', '临河街道'],
  ['云溪县第一中学', '城关街道'],
  ['南山实验学校', '南山街道'],
]

const unit = (kind: UnitKind, parent: string, name: string, more: Partial<SampleUnit> = {}): SampleUnit => ({
  kind,
  parent,
  name,
  ...more,
})

/** Parents before children. */
export const sampleUnits: readonly SampleUnit[] = [
  ...departments.map(([name, shortName, ...aliases]) => unit('department', county, name, { shortName, aliases })),
  ...Object.entries(streets).flatMap(([street, communities]) => [
    unit('street', county, street, { aliases: [`${street}办事处`] }),
    ...Object.entries(communities).flatMap(([community, estates]) => [
      unit('community', street, community),
      ...estates.map(estate => unit('estate', community, estate)),
    ]),
  ]),
  ...companies.map(([name, street]) => unit('company', street, name, { shortName: name.slice(0, 4) })),
  ...schools.map(([name, street]) => unit('school', street, name)),
]

export const sampleStreets: readonly string[] = Object.keys(streets)
export const sampleCommunities: readonly string[] = Object.values(streets).flatMap(street => Object.keys(street))
export const sampleDepartments: readonly string[] = departments.map(([name]) => name)
export const sampleCompanies: readonly string[] = companies.map(([name]) => name)
export const sampleSchools: readonly string[] = schools.map(([name]) => name)
