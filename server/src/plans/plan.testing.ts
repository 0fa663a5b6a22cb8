import type { TestHouse } from '../house.testing.ts'

/** A small plan of our own, in which nothing is wrong. */
export const samplePlan = `澄溪县楼道环境整治工作方案

为改善居民居住环境，制定本方案。

一、工作目标
全县居民楼道堆物清理率达到95%以上，居民满意度不低于85%。

二、工作任务
（一）摸清底数。各社区于2026年3月20日前对辖区楼道逐栋登记造册。
（二）集中清理。各社区于2026年4月30日前清理楼道堆物。
（三）健康宣传。县卫健局于2026年4月10日前编印并发放楼道卫生宣传册。

三、实施步骤
（一）动员部署阶段（2026年3月2日至3月15日）。召开动员会，明确分工。
（二）集中整治阶段（2026年3月16日至4月30日）。全面清理，逐栋销号。
（三）巩固提升阶段（2026年5月1日至6月30日）。查漏补缺，形成长效。

四、工作要求
（一）各社区每周开展一次楼道巡查。
（二）县城管局每月通报一次整治进度。
（三）安排专项经费10万元，用于楼道粉刷。
`

export type Imported = { readonly planId: string }

/** Hands a text in at the county's office and has it read. */
export const importText = async (
  house: TestHouse,
  text: string,
  more: { readonly year?: number; readonly revisesProgrammeId?: string; readonly name?: string } = {},
): Promise<Imported> => {
  const { id } = await house.as('officer').plans.import({ unitId: house.seeded.units.county.id, text, ...more })
  await house.runJobs()
  return { planId: id }
}

/** The small plan, read and with every item confirmed and every complaint settled. */
export const readyPlan = async (house: TestHouse, text: string = samplePlan): Promise<Imported> => {
  const imported = await importText(house, text)
  await settleAll(house, imported.planId)
  return imported
}

/** What a patient reviewer does: confirms each item, settles each error, says of unknown names that they are no units. */
export const settleAll = async (house: TestHouse, planId: string): Promise<void> => {
  const office = house.as('officer')
  await office.review.confirmAll({ id: planId })
  const { items, diagnostics } = await office.review.get({ id: planId })
  for (const { id: itemId, version, state } of items)
    if (state === 'proposed') await office.review.change({ id: planId, itemId, version, state: 'confirmed' })
  for (const { id: diagnosticId, severity } of diagnostics)
    if (severity === 'error') await office.review.settle({ id: planId, diagnosticId, state: 'settled', note: '已核对' })
  const unknown = items.flatMap(({ kind, parties }) =>
    kind === 'group' ? [] : parties.filter(({ match }) => match === 'ask' || match === 'none').map(({ name }) => name),
  )
  for (const name of new Set(unknown))
    await office.review.match({ id: planId, name, unitIds: [], everyKind: null, ignored: true })
}
