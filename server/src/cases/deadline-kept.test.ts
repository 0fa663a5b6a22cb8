import type { CaseDetail } from '@luoshi/contract/cases'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, openHouse, type TestHouse } from '../house.testing.ts'
import { opened, submitted } from './cases.testing.ts'
import { escalateCases } from './escalate-cases.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  const { people, units } = house.seeded
  // She asks for 柳荫社区, and has a seat in the county's office as well.
  await house.as('administrator').people.seat({ id: people.willowUnit.id, unitId: units.county.id, role: 'office' })
})
afterAll(() => house.close())
beforeEach(() => house.setClock(monday))

const refusal = (doing: Promise<unknown>) =>
  doing.then(
    () => null,
    (problem: { readonly code: string }) => problem.code,
  )

const get = (id: string) => house.as('officer').cases.get({ id })
const give = ({ id, version }: CaseDetail, unit: 'willow' | 'pond', dueOn: string | null = null) =>
  house.as('officer').cases.assign({ id, version, unitId: house.seeded.units[unit].id, dueOn })

/** Due on Thursday, red since, and risen to the county. */
const late = async (): Promise<CaseDetail> => {
  const { id } = await opened(house)
  house.setClock('2026-04-20T10:00:00+08:00')
  await escalateCases(house.house, { tenantId: house.seeded.tenantId })
  const one = await get(id)
  expect(one).toMatchObject({ light: 'red', level: 'county' })
  return one
}

describe('a notice', () => {
  const issue = ({ id }: CaseDetail, dueOn: string, who: 'officer' | 'willowUnit' = 'officer') =>
    house.as(who).cases.issueNotice({ unitId: house.seeded.units.willow.id, caseIds: [id], dueOn })

  test('brings the deadline forward and never puts it off', async () => {
    const one = await opened(house)
    expect(await refusal(issue(one, '2026-03-06'))).toBe('deadline-only-earlier')
    await issue(one, '2026-03-05')
    expect((await get(one.id)).dueAt).toBe(one.dueAt)
    await issue(one, '2026-03-03')
    expect((await get(one.id)).dueAt).toBe('2026-03-03T15:59:59.000Z')
  })

  test('leaves late what is late, whatever day it names', async () => {
    const one = await late()
    await issue(one, '2026-06-30')
    expect(await get(one.id)).toMatchObject({ light: 'red', dueAt: one.dueAt })
  })

  test('is no way around a request for time that the same person may not decide', async () => {
    const one = await opened(house)
    const hers = house.as('willowUnit').cases
    const asked = await hers.askExtension({ id: one.id, version: one.version, until: '2026-06-30', reason: '要协调' })
    const decide = { id: one.id, extensionId: asked.extensions[0]?.id ?? '', granted: true }
    expect(await refusal(hers.decideExtension(decide))).toBe('own-submission')
    expect(await refusal(issue(one, '2026-06-30', 'willowUnit'))).toBe('deadline-only-earlier')
    expect(await refusal(hers.assign({ id: one.id, version: asked.version, unitId: house.seeded.units.pond.id }))).toBe(
      'own-submission',
    )
    expect((await get(one.id)).dueAt).toBe(one.dueAt)
  })
})

describe('a case that is assigned again', () => {
  test('to the unit that has it is refused', async () => {
    const one = await late()
    expect(await refusal(give(one, 'willow'))).toBe('assigned-already')
    expect(await get(one.id)).toMatchObject({ light: 'red', level: 'county' })
  })

  test('by way of another unit, or given back and assigned again, is as late and as high as before', async () => {
    const one = await late()
    const there = await give(one, 'pond')
    expect(there).toMatchObject({ light: 'green', level: 'community', escalatedAt: null })
    const back = await give(there, 'willow')
    const asBefore = { light: 'red', level: 'county', dueAt: one.dueAt, escalatedAt: one.escalatedAt }
    expect(back).toMatchObject(asBefore)
    const refused = await house.as('willowUnit').cases.refuse({ id: one.id, version: back.version, reason: '不归我们' })
    expect(await give(refused, 'willow')).toMatchObject(asBefore)
  })

  test('in time goes on with the time that was left, and no later day is named', async () => {
    const one = await opened(house)
    house.setClock('2026-03-03T09:00:00+08:00')
    const there = await give(one, 'pond')
    house.setClock('2026-03-04T09:00:00+08:00')
    expect(await refusal(give(there, 'willow', '2026-03-20'))).toBe('deadline-only-earlier')
    // A day had gone by, and a day it lay elsewhere: Thursday has become Friday.
    expect(await give(there, 'willow')).toMatchObject({ light: 'green', dueAt: '2026-03-06T09:30:00.000Z' })
  })

  test('settles what the unit had asked for: the time was asked for another', async () => {
    const one = await opened(house)
    const ask = { id: one.id, version: one.version, until: '2026-03-20', reason: '等材料' }
    const asked = await house.as('willowUnit').cases.askExtension(ask)
    const there = await give(asked, 'pond')
    expect(there.extensions).toMatchObject([{ state: 'refused', decidedBy: null }])
    expect(there.actions).not.toContain('case.extend-decide')
  })
})

test('what a unit let pass counts as late for it, and what the next does in time counts for that one', async () => {
  const ask = { measure: 'on-time', by: 'unit', days: 90, target: 0.9 } as const
  const rates = async () => {
    const { rows } = await house.as('officer').results.cases(ask)
    return Object.fromEntries(rows.map(({ name, numerator, denominator }) => [name, [numerator, denominator]]))
  }
  house.setClock('2026-05-20T10:00:00+08:00')
  const before = await rates()
  house.setClock(monday)
  const one = await late()
  const mended = await house.as('pondUnit').cases.submit({ ...(await give(one, 'pond')), note: '已清理' })
  expect(mended.state).toBe('submitted')
  house.setClock('2026-05-20T10:00:00+08:00')
  const after = await rates()
  const more = (unit: string) => [0, 1].map(at => (after[unit]?.[at] ?? 0) - (before[unit]?.[at] ?? 0))
  expect([more('柳荫社区'), more('荷塘社区')]).toEqual([
    [0, 1],
    [1, 1],
  ])
})

test('more time that somebody else granted makes timely what is done in it', async () => {
  const one = await opened(house)
  const ask = { id: one.id, version: one.version, until: '2026-03-20', reason: '等材料' }
  const asked = await house.as('willowUnit').cases.askExtension(ask)
  const decide = { id: one.id, extensionId: asked.extensions[0]?.id ?? '', granted: true }
  await house.as('officer').cases.decideExtension(decide)
  house.setClock('2026-03-18T10:00:00+08:00')
  expect(await submitted(house, 'willowWorker', await get(one.id))).toMatchObject({ light: 'green' })
})
