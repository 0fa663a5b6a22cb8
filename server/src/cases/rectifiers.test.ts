import type { CaseDetail } from '@luoshi/contract/cases'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { opened, submitted } from './cases.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  const { people, units } = house.seeded
  // She mends at 柳荫社区, and has a seat in the county's office as well.
  await house.as('administrator').people.seat({ id: people.willowUnit.id, unitId: units.county.id, role: 'office' })
})
afterAll(() => house.close())

const refusal = (doing: Promise<unknown>) =>
  doing.then(
    () => null,
    (problem: { readonly code: string }) => problem.code,
  )

/** Mended by her, looked at, and sent back. */
const sentBack = async (title = '楼道堆放杂物'): Promise<CaseDetail> => {
  const mended = await submitted(house, 'willowUnit', await opened(house, { title }))
  const { id, version } = mended
  return house.as('officer').cases.recheck({ id, version, passed: false, reason: '没有清理' })
}

describe('who rectified a case', () => {
  test('does not merge it into another', async () => {
    const [one, other] = [await sentBack(), await opened(house)]
    const hers = house.as('willowUnit').cases
    expect((await hers.get({ id: one.id })).actions).not.toContain('case.merge')
    expect(await refusal(hers.merge({ id: one.id, version: one.version, into: other.id }))).toBe('own-rectification')
    expect(await refusal(hers.merge({ id: other.id, version: other.version, into: one.id }))).toBe('own-rectification')
    expect(await hers.get({ id: other.id })).toMatchObject({ state: 'assigned' })
  })

  test('neither rechecks nor closes what a colleague merged it into', async () => {
    const [one, other] = [await sentBack(), await opened(house)]
    await house.as('officer').cases.merge({ id: one.id, version: one.version, into: other.id })
    const kept = await house.as('officer').cases.get({ id: other.id })
    expect(kept.version).toBe(other.version + 1)
    const mended = await submitted(house, 'willowWorker', kept)
    const looked = await house.as('inspector').cases.recheck({ id: other.id, version: mended.version, passed: true })
    const hers = house.as('willowUnit').cases
    expect((await hers.get({ id: other.id })).actions).not.toContain('case.close')
    expect(await refusal(hers.close({ id: other.id, version: looked.version }))).toBe('own-rectification')
    expect(await house.as('officer').cases.close({ id: other.id, version: looked.version })).toMatchObject({
      state: 'closed',
    })
  })

  test('does not begin it anew to dismiss it, and nor does anybody else dismiss what was mended', async () => {
    const one = await sentBack()
    const { willow, pond } = house.seeded.units
    const hers = house.as('willowUnit').cases
    const { id, version } = one
    expect(await refusal(hers.assign({ id, version, unitId: willow.id }))).toBe('assigned-already')
    const moved = await hers.assign({ id, version, unitId: pond.id })
    expect(moved).toMatchObject({ state: 'assigned', mended: true })
    for (const who of ['willowUnit', 'officer'] as const)
      expect(await refusal(house.as(who).cases.dismiss({ id, version: moved.version, reason: '不是问题' }))).toBe(
        'mended-not-dismissed',
      )
    const [answer] = await house
      .as('officer')
      .cases.batch({ step: 'dismiss', cases: [{ id, version: moved.version }], reason: '不是问题' })
    expect(answer?.problem?.code).toBe('mended-not-dismissed')
  })
})

test('nothing is merged into what waits for a recheck or has passed one: who looked did not see it', async () => {
  const [one, other] = [await opened(house, { title: '单车棚甲' }), await opened(house, { title: '单车棚乙' })]
  const waits = await submitted(house, 'willowWorker', other)
  const officer = house.as('officer').cases
  const merge = { id: one.id, version: one.version, into: other.id }
  expect(await refusal(officer.merge(merge))).toBe('state-forbids')
  expect((await officer.alike({ id: one.id })).map(({ id }) => id)).not.toContain(other.id)
  await house.as('inspector').cases.recheck({ id: other.id, version: waits.version, passed: true })
  expect(await refusal(officer.merge(merge))).toBe('state-forbids')
  expect((await officer.get({ id: one.id })).state).toBe('assigned')
})
