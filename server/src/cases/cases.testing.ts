import type { CaseDetail } from '@luoshi/contract/cases'
import type { Context } from '../context.ts'
import type { TestHouse } from '../house.testing.ts'
import { asSystem } from '../jobs/as-system.ts'
import type { PersonName, UnitName } from '../seed.testing.ts'
import { type Opening, openCase } from './open-case.ts'

export const categoryIn = async (house: TestHouse, code: string): Promise<string> =>
  (await house.as('officer').cases.categories({})).find(one => one.code === code)?.id ?? ''

export type Wanted = {
  readonly by?: PersonName
  readonly title?: string
  readonly code?: string
  readonly office?: UnitName
  readonly unit?: UnitName | null
}

/** A case opened by hand, at once with a unit unless told otherwise. */
export const opened = async (
  house: TestHouse,
  { by = 'officer', title = '楼道堆放杂物', code = 'E01', office = 'county', unit = 'willow' }: Wanted = {},
): Promise<CaseDetail> =>
  house.as(by).cases.open({
    title,
    origin: 'hand',
    categoryId: await categoryIn(house, code),
    officeId: house.seeded.units[office].id,
    unitId: unit === null ? null : house.seeded.units[unit].id,
  })

/** As a visit opens it. */
export const found = (house: TestHouse, opening: Partial<Opening> & Pick<Opening, 'id'>) =>
  asSystem(house.house, house.seeded.tenantId, (context: Context) =>
    openCase(context, {
      origin: 'visit',
      title: '消防通道堵塞',
      categoryId: null,
      officeId: house.seeded.units.county.id,
      unitId: house.seeded.units.willow.id,
      foundAt: house.house.clock.now(),
      foundBy: house.seeded.people.inspector.id,
      ...opening,
    }),
  )

export const submitted = async (house: TestHouse, by: PersonName, one: CaseDetail): Promise<CaseDetail> =>
  house.as(by).cases.submit({ id: one.id, version: one.version, note: '已清理' })

/** Mended by a worker, looked at by an inspector, closed by the office. */
export const closed = async (house: TestHouse, one: CaseDetail): Promise<CaseDetail> => {
  const mended = await submitted(house, 'willowWorker', one)
  const looked = await house.as('inspector').cases.recheck({ id: one.id, version: mended.version, passed: true })
  return house.as('officer').cases.close({ id: one.id, version: looked.version })
}
