import type { CaseDetail } from '@luoshi/contract/cases'
import type { EntryWritten } from '@luoshi/contract/field'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { opened, submitted } from '../cases/cases.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { at, deliver, furnishField, phoneA } from './field.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await furnishField(house)
})
afterAll(() => house.close())
beforeEach(() => house.setClock(at(0)))

type Step = Extract<EntryWritten, { kind: 'case-step' }>['step']

const told = (caseId: string, step: Step['step'], minute: number, more: Partial<Step> = {}): EntryWritten => ({
  id: house.house.ids.next(),
  deviceId: phoneA,
  writtenAt: at(minute),
  kind: 'case-step',
  step: { caseId, step, passed: null, note: '看过了', doneAt: at(minute), photos: [], ...more },
})

const get = (id: string) => house.as('officer').cases.get({ id })

const sentBack = async (one: CaseDetail, minute: number): Promise<CaseDetail> => {
  house.setClock(at(minute))
  const { id, version } = one
  return house.as('officer').cases.recheck({ id, version, passed: false, reason: '没有清理' })
}

describe('a recheck from a phone', () => {
  test('that was done before anything was submitted passes nothing, then or later', async () => {
    const one = await opened(house)
    house.setClock(at(60))
    const early = told(one.id, 'recheck', 1, { passed: true })
    expect(await deliver(house, [early])).toMatchObject([{ outcome: 'kept', problem: { code: 'state-forbids' } }])
    await deliver(house, [told(one.id, 'submit', 50)], 'willowWorker')
    expect(await get(one.id)).toMatchObject({ state: 'submitted', submittedAt: at(50) })
    expect(await deliver(house, [early])).toMatchObject([{ outcome: 'kept', problem: { code: 'recheck-of-another' } }])
    expect(await deliver(house, [told(one.id, 'recheck', 51, { passed: true })])).toMatchObject([
      { outcome: 'accepted' },
    ])
    expect(await get(one.id)).toMatchObject({ state: 'rechecked' })
  })

  test('of a submission that was sent back since does not pass the next', async () => {
    const first = await submitted(house, 'willowWorker', await opened(house))
    const back = await sentBack(first, 20)
    house.setClock(at(30))
    const again = await submitted(house, 'willowWorker', back)
    const late = [
      told(first.id, 'recheck', 10, { passed: true }),
      // Done after it, and yet of the first: that is what the phone showed.
      told(first.id, 'recheck', 40, { passed: true, ...(first.submittedAt && { saw: first.submittedAt }) }),
    ]
    house.setClock(at(60))
    for (const entry of late)
      expect(await deliver(house, [entry])).toMatchObject([
        { outcome: 'kept', problem: { code: 'recheck-of-another' } },
      ])
    expect(await get(first.id)).toMatchObject({ state: 'submitted' })
    const seen = (await house.as('inspector').field.carry({})).cases.find(({ id }) => id === first.id)
    expect(seen?.submittedAt).toBe(again.submittedAt)
    const looked = told(first.id, 'recheck', 41, { passed: true, ...(seen?.submittedAt && { saw: seen.submittedAt }) })
    expect(await deliver(house, [looked])).toMatchObject([{ outcome: 'accepted' }])
    expect(await get(first.id)).toMatchObject({ state: 'rechecked', returned: 1 })
  })

  test('with a moment that is still to come is believed no later than it arrived, also when it is tried again', async () => {
    const one = await opened(house)
    house.setClock(at(10))
    await deliver(house, [told(one.id, 'recheck', 500, { passed: true })])
    house.setClock(at(60))
    await deliver(house, [told(one.id, 'submit', 50)], 'willowWorker')
    expect(await get(one.id)).toMatchObject({ state: 'submitted' })
  })
})

describe('a submission from a phone', () => {
  test('counts from when it was done, so that a day without a signal makes nobody late', async () => {
    const one = await opened(house)
    house.setClock('2026-03-06T09:00:00+08:00')
    expect(await get(one.id)).toMatchObject({ light: 'red' })
    await deliver(house, [told(one.id, 'submit', 90)], 'willowWorker')
    const mended = await get(one.id)
    expect(mended).toMatchObject({ state: 'submitted', light: 'green', submittedAt: at(90) })
    expect(mended.events.at(-1)).toMatchObject({ kind: 'submit', content: { doneAt: at(90) } })
  })

  test('that was said twice is not taken for a second one when the first is sent back', async () => {
    const one = await opened(house)
    house.setClock(at(60))
    await deliver(house, [told(one.id, 'submit', 10)], 'willowWorker')
    expect(await deliver(house, [told(one.id, 'submit', 12)], 'willowUnit')).toMatchObject([{ outcome: 'kept' }])
    await deliver(house, [told(one.id, 'recheck', 30, { passed: false, note: '仍有' })])
    expect(await get(one.id)).toMatchObject({ state: 'in-hand', returned: 1 })
    const stale = told(one.id, 'submit', 29)
    expect(await deliver(house, [stale], 'willowWorker')).toMatchObject([
      { outcome: 'kept', problem: { code: 'submitted-before-return' } },
    ])
    await deliver(house, [told(one.id, 'submit', 31)], 'willowWorker')
    expect(await get(one.id)).toMatchObject({ state: 'submitted', submittedAt: at(31) })
  })
})
