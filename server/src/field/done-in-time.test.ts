import type { Occurrence } from '@luoshi/contract/duties'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markMissed } from '../duties/mark-missed.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { readyPlan, samplePlan } from '../plans/plan.testing.ts'
import type { PersonName } from '../seed.testing.ts'
import { deliver, phoneA } from './field.testing.ts'

let house: TestHouse
let programmeId: string
beforeAll(async () => {
  house = await openHouse()
  const { planId } = await readyPlan(house, samplePlan)
  programmeId = (await house.as('officer').plans.publish({ id: planId })).programmeId
  await house.runJobs()
})
afterAll(() => house.close())

const friday = '2026-03-06T15:00:00+08:00'
const saturday = '2026-03-07T14:00:00+08:00'

/** What the worker's own unit owes in the week, by the day that its time ends. */
const owedBy = async (who: PersonName, day = '2026-03-06'): Promise<Occurrence> => {
  const { items } = await house.as(who).duties.occurrences({ programmeId, from: day, to: day, limit: 50 })
  const own = items.find(({ text }) => text.includes('巡查'))
  if (!own) throw new Error(`${who} owes nothing on ${day}.`)
  return own
}

const tell = async (who: PersonName, id: string, doneAt: string, note = '已巡查') =>
  (
    await deliver(
      house,
      [
        {
          ...{ id: house.house.ids.next(), deviceId: phoneA, writtenAt: doneAt, kind: 'occurrence' },
          occurrence: { id, note, doneAt, photos: [] },
        },
      ],
      who,
    )
  )[0]

const missed = async () => (await house.as('officer').programmes.overview({ id: programmeId })).missed

test('what was done in time and told after a day without a signal is in time, and no longer missed', async () => {
  const owed = await owedBy('willowWorker')
  house.setClock(saturday)
  await markMissed(house.house, { tenantId: house.seeded.tenantId })
  expect(await owedBy('willowWorker')).toMatchObject({ state: 'missed', timeliness: 'missed' })
  const before = await missed()
  expect(await tell('willowWorker', owed.id, friday)).toMatchObject({ outcome: 'accepted' })
  expect(await owedBy('willowWorker')).toMatchObject({
    ...{ state: 'recorded', timeliness: 'done', note: '已巡查' },
    doneAt: new Date(friday).toISOString(),
    recordedAt: new Date(saturday).toISOString(),
  })
  expect(await missed()).toBe(before - 1)
})

test('that it was told later, and that it had been missed, stays in the audit', async () => {
  const { items } = await house.as('auditor').audit.list({ subjectId: (await owedBy('willowWorker')).id })
  expect(items[0]).toMatchObject({
    action: 'occurrence.record',
    content: { from: 'missed', doneAt: new Date(friday).toISOString(), missUndone: new Date(saturday).toISOString() },
  })
})

test('what was done too late stays missed, also when a phone tells it', async () => {
  const before = await missed()
  const { id } = await owedBy('pondWorker')
  expect(await tell('pondWorker', id, '2026-03-07T09:00:00+08:00')).toMatchObject({ outcome: 'accepted' })
  expect(await owedBy('pondWorker')).toMatchObject({ state: 'recorded', timeliness: 'done-late' })
  expect(await missed()).toBe(before)
})

test('a phone that tells of the future, or of years ago, is put at its arrival', async () => {
  const { id } = await owedBy('hillWorker')
  expect(await tell('hillWorker', id, '2019-03-06T15:00:00+08:00')).toMatchObject({ outcome: 'accepted' })
  expect(await owedBy('hillWorker')).toMatchObject({
    timeliness: 'done-late',
    doneAt: new Date(saturday).toISOString(),
  })
})

test('what was excused and had been done in time is recorded, with the reason of the excuse in the audit', async () => {
  const { id, version } = await owedBy('ferryWorker')
  await house.as('officer').duties.excuse({ id, version, reason: '当日全员防汛' })
  expect(await tell('ferryWorker', id, '2026-03-07T09:00:00+08:00')).toMatchObject({
    ...{ outcome: 'kept', problem: { code: 'state-forbids' } },
  })
  expect(await tell('ferryWorker', id, friday)).toMatchObject({ outcome: 'accepted' })
  expect(await owedBy('ferryWorker')).toMatchObject({ state: 'recorded', timeliness: 'done' })
  const { items } = await house.as('auditor').audit.list({ subjectId: id })
  expect(items[0]).toMatchObject({ content: { from: 'excused', noteBefore: '当日全员防汛' } })
})

test('a record that is returned and made again keeps the punctuality of the first', async () => {
  const first = await owedBy('willowWorker')
  const officer = house.as('officer').duties
  const returned = await officer.return({ id: first.id, version: first.version, reason: '没有写清楚楼栋' })
  house.setClock('2026-03-09T09:00:00+08:00')
  const again = await house
    .as('willowWorker')
    .duties.record({ id: first.id, version: returned.version, note: '1 至 6 栋' })
  expect(again).toMatchObject({ state: 'recorded', timeliness: 'done', doneAt: new Date(friday).toISOString() })
})

test('work of a week is not done before the week begins', async () => {
  const { id, opensAt } = await owedBy('willowWorker', '2026-03-13')
  expect(await tell('willowWorker', id, '2026-03-07T15:00:00+08:00')).toMatchObject({ outcome: 'accepted' })
  expect(await owedBy('willowWorker', '2026-03-13')).toMatchObject({ doneAt: opensAt, timeliness: 'done' })
})
