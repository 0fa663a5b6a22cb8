import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { readyPlan, samplePlan } from '../plans/plan.testing.ts'
import { layOccurrences } from './lay-occurrences.ts'
import { markMissed } from './mark-missed.ts'

let house: TestHouse
let programmeId: string
beforeAll(async () => {
  house = await openHouse()
  const { planId } = await readyPlan(
    house,
    samplePlan.replace('巩固提升阶段（2026年5月1日至6月30日）', '巩固提升阶段（2026年5月1日至12月31日）'),
  )
  programmeId = (await house.as('officer').plans.publish({ id: planId })).programmeId
})
afterAll(() => house.close())

const job = () => ({ tenantId: house.seeded.tenantId })
const laid = () =>
  house.house.db
    .selectFrom('occurrences')
    .innerJoin('duties', 'duties.id', 'occurrences.duty_id')
    .where('occurrences.programme_id', '=', programmeId)
    .orderBy('due_at')
    .select(['occurrences.id', 'duties.text', 'unit_id', 'period', 'due_at', 'occurrences.state'])
    .execute()

test('every duty, unit and period is laid exactly once, by many at once and as often as the job runs', async () => {
  await Promise.all(Array.from({ length: 5 }, () => layOccurrences(house.house, job())))
  const once = await laid()
  await layOccurrences(house.house, job())
  await house.runJobs()
  const again = await laid()
  expect(again.map(({ id }) => id)).toEqual(once.map(({ id }) => id))
  expect(new Set(again.map(row => `${row.text} ${row.unit_id} ${row.period}`)).size).toBe(again.length)
  const weekly = again.filter(({ text, unit_id }) => text.includes('巡查') && unit_id === house.seeded.units.willow.id)
  expect(weekly.length).toBe(44)
  expect(weekly[0]).toMatchObject({ period: '2026-W10', due_at: new Date('2026-03-06T23:59:59+08:00') })
})

test('a duty due in the week of a holiday is due on a day that is worked', async () => {
  const rows = await laid()
  // 1–5 May are days off in 2026 and 9 May is worked; the week of 4 May still has its Friday.
  const week = rows.find(({ text, period }) => text.includes('巡查') && period === '2026-W19')
  expect(week?.due_at).toEqual(new Date('2026-05-09T23:59:59+08:00'))
})

test('what is due is recorded by its unit, within its time, and by no other', async () => {
  const worker = house.as('willowWorker')
  const { items } = await worker.duties.occurrences({ state: 'due', limit: 2 })
  const [now, later] = items
  expect(now?.unit.name).toBe('柳荫社区')
  await expect(worker.duties.record({ id: later?.id ?? '', version: later?.version ?? 0 })).rejects.toMatchObject({
    code: 'occurrence-not-open',
  })
  await expect(
    house.as('hillWorker').duties.record({ id: now?.id ?? '', version: now?.version ?? 0 }),
  ).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    house.as('officer').duties.record({ id: now?.id ?? '', version: now?.version ?? 0 }),
  ).rejects.toMatchObject({ code: 'not-allowed' })
  const recorded = await worker.duties.record({ id: now?.id ?? '', version: now?.version ?? 0, note: '无异常' })
  expect(recorded).toMatchObject({ state: 'recorded', recordedBy: { name: '柳小工' }, timeliness: 'done' })
  await expect(worker.duties.record({ id: now?.id ?? '', version: now?.version ?? 0 })).rejects.toMatchObject({
    code: 'version-stale',
  })
})

test('a record is returned with a reason and recorded again', async () => {
  const { items } = await house.as('willowWorker').duties.occurrences({ state: 'recorded' })
  const one = items[0]
  const returned = await house
    .as('officer')
    .duties.return({ id: one?.id ?? '', version: one?.version ?? 0, reason: '没有写清楚楼栋' })
  expect(returned).toMatchObject({ state: 'returned', note: '没有写清楚楼栋' })
  const again = await house
    .as('willowWorker')
    .duties.record({ id: returned.id, version: returned.version, note: '1 至 6 栋正常' })
  expect(again.state).toBe('recorded')
})

test('what was not recorded is recorded as missed, once, and only after a night of grace', async () => {
  house.setClock('2026-03-07T08:00:00+08:00')
  await markMissed(house.house, job())
  expect((await laid()).filter(({ state }) => state === 'missed')).toHaveLength(0)
  house.setClock('2026-03-07T12:30:00+08:00')
  await Promise.all([markMissed(house.house, job()), markMissed(house.house, job())])
  const missed = (await laid()).filter(({ state }) => state === 'missed')
  expect(missed).toHaveLength(3)
  const versions = await house.house.db
    .selectFrom('occurrences')
    .where('state', '=', 'missed')
    .select('version')
    .execute()
  expect(versions.every(({ version }) => version === 2)).toBe(true)
})

test('a missed one is excused with a reason or recorded late, and stays missed on record', async () => {
  const { items } = await house.as('officer').duties.occurrences({ state: 'missed' })
  const [one, other] = items
  const excused = await house
    .as('officer')
    .duties.excuse({ id: one?.id ?? '', version: one?.version ?? 0, reason: '当日全员防汛' })
  expect(excused).toMatchObject({ state: 'excused', timeliness: 'missed', note: '当日全员防汛' })
  const worker =
    other?.unit.name === '荷塘社区' ? 'pondWorker' : other?.unit.name === '小丘社区' ? 'hillWorker' : 'ferryWorker'
  const late = await house.as(worker).duties.record({ id: other?.id ?? '', version: other?.version ?? 0 })
  expect(late).toMatchObject({ state: 'recorded', timeliness: 'done-late' })
  const duties = await house.as('officer').duties.list({ id: programmeId })
  expect(duties.find(({ text }) => text.includes('巡查'))?.missed).toBe(3)
})

test('a month of duties shows each day with whether it is worked and what was due', async () => {
  const days = await house.as('officer').duties.calendar({ id: programmeId, month: '2026-05' })
  expect(days).toHaveLength(31)
  expect(days.find(({ day }) => day === '2026-05-01')).toMatchObject({ working: false, holiday: '劳动节' })
  expect(days.find(({ day }) => day === '2026-05-09')).toMatchObject({ working: true, due: 4 })
  const willow = await house
    .as('officer')
    .duties.calendar({ id: programmeId, month: '2026-05', unitId: house.seeded.units.willow.id })
  expect(willow.find(({ day }) => day === '2026-05-09')?.due).toBe(1)
})

test('the county’s own calendar moves what is due', async () => {
  const { tenantId } = house.seeded
  await house.house.db
    .insertInto('calendar_days')
    .values({ tenant_id: tenantId, day: '2026-03-13', kind: 'rest', name: '县运动会' })
    .execute()
  const { planId } = await readyPlan(house)
  const { programmeId: next } = await house.as('officer').plans.publish({ id: planId })
  const { items } = await house
    .as('willowWorker')
    .duties.occurrences({ programmeId: next, from: '2026-03-09', to: '2026-03-15' })
  expect(items.map(({ dueAt }) => dueAt)).toEqual([new Date('2026-03-12T23:59:59+08:00').toISOString()])
})

test('duties are listed and searched within reach, page by page', async () => {
  const all = await house.as('eastOfficer').duties.occurrences({ programmeId, limit: 200 })
  expect(new Set(all.items.map(({ unit }) => unit.name))).toEqual(new Set(['柳荫社区', '荷塘社区']))
  const first = await house.as('eastOfficer').duties.occurrences({ programmeId, limit: 5 })
  const second = await house
    .as('eastOfficer')
    .duties.occurrences({ programmeId, limit: 5, cursor: first.next ?? undefined })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.items.slice(0, 10).map(({ id }) => id))
  expect((await house.as('officer').duties.occurrences({ q: '楼道巡' })).total).toBeGreaterThan(0)
  expect((await house.as('stranger').duties.occurrences({})).total).toBe(0)
})
