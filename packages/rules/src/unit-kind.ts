export const unitKinds = [
  'county',
  'street',
  'town',
  'community',
  'village',
  'estate',
  'grid',
  'department',
  'company',
  'school',
  'other',
] as const

/** What sort of node of the organisation tree: 县区, 街道, 乡镇, 社区, 村, 小区, 网格, 部门, 企业, 学校. */
export type UnitKind = (typeof unitKinds)[number]

export const isUnitKind = (text: string): text is UnitKind => unitKinds.some(kind => kind === text)
