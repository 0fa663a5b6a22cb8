import type { Criterion, StandardDetail } from '@luoshi/contract/standards'
import type { TestHouse } from '../house.testing.ts'
import type { PersonName, UnitName } from '../seed.testing.ts'

export const criterionOf = (id: string, text: string, more: Partial<Criterion> = {}): Criterion => ({
  ...{ id, text, section: '', weight: 1, critical: false, grades: {}, exceptions: [], evidence: [] },
  ...{ photo: 'optional', lookWhere: '', lookHow: '', categoryId: null, ...more },
})

type Made = {
  readonly who?: PersonName
  readonly unit?: UnitName
  readonly pointType?: string
  readonly title?: string
}

/** A standard with a first draft of two criteria. */
export const draftStandard = (
  house: TestHouse,
  { who = 'officer', unit = 'county', pointType = '农贸市场', title = `${pointType}标准` }: Made = {},
): Promise<StandardDetail> =>
  house.as(who).standards.create({
    ...{ unitId: house.seeded.units[unit].id, title, pointType },
    content: ['地面干净', '通道畅通'].map(text => criterionOf(house.house.ids.next(), text)),
  })

export const publishedStandard = async (house: TestHouse, made: Made = {}): Promise<StandardDetail> => {
  const { id, version } = await draftStandard(house, made)
  return house.as(made.who ?? 'officer').standards.publish({ id, version })
}
