import { type CaseLight, caseLight } from '@luoshi/rules/case-light'
import { type CaseState, caseStates } from '@luoshi/rules/case-machine'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTenant } from '../db/in-tenant.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { isRed, isYellow } from './case-conditions.ts'
import { opened, submitted } from './cases.testing.ts'
import { escalateCases } from './escalate-cases.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const run = () => escalateCases(house.house, { tenantId: house.seeded.tenantId })
const get = (id: string) => house.as('officer').cases.get({ id })

describe('the deadline', () => {
  test('of hours, working hours and working days goes by the county’s own calendar', async () => {
    await house.as('administrator').calendar.set({ day: '2026-03-03', kind: 'rest', name: '县庆' })
    house.setClock('2026-03-02T16:30:00+08:00')
    const due = async (code: string) => (await opened(house, { code })).dueAt
    expect(await due('A01')).toBe('2026-03-02T12:30:00.000Z')
    // One working hour is left on Monday; Tuesday rests; three more on Wednesday morning.
    expect(await due('C01')).toBe('2026-03-04T03:30:00.000Z')
    expect(await due('E02')).toBe('2026-03-05T09:30:00.000Z')
    await house.as('administrator').calendar.clear({ day: '2026-03-03' })
  })
})

describe('the light', () => {
  test('is green, then yellow in the last quarter, then red, and keeps the colour of the moment it was submitted', async () => {
    house.setClock('2026-03-02T09:00:00+08:00')
    const one = await opened(house, { code: 'A03' })
    const lightAt = async (time: string) => {
      house.setClock(time)
      return (await get(one.id)).light
    }
    expect(await lightAt('2026-03-03T02:59:00+08:00')).toBe('green')
    expect(await lightAt('2026-03-03T03:00:00+08:00')).toBe('yellow')
    expect(await lightAt('2026-03-03T09:00:01+08:00')).toBe('red')
    house.setClock('2026-03-03T08:00:00+08:00')
    await submitted(house, 'willowWorker', one)
    expect(await lightAt('2026-03-09T09:00:00+08:00')).toBe('green')
  })

  test('is the same in SQL and in the rules', async () => {
    const start = Date.parse('2026-03-01T00:00:00+08:00')
    const moment = fc.integer({ min: 0, max: 400 }).map(hours => new Date(start + hours * 3_600_000))
    const sample = fc.record({
      state: fc.constantFrom<CaseState>(...caseStates),
      assignedAt: moment,
      span: fc.integer({ min: 1, max: 300 }),
      submittedAt: moment,
      now: moment,
    })
    const rows = fc.sample(sample, 400).map(row => ({
      ...row,
      dueAt: new Date(row.assignedAt.getTime() + row.span * 3_600_000),
      submittedAt: row.state === 'submitted' || row.state === 'rechecked' ? row.submittedAt : null,
    }))
    const expected = rows.map(row => caseLight(row, row.now))
    expect(new Set(expected)).toEqual(new Set<CaseLight>(['green', 'yellow', 'red', 'none']))
    const told = await inTenant(house.house.db, house.seeded.tenantId, async db => {
      const lights: string[] = []
      for (const { state, assignedAt, dueAt, submittedAt, now } of rows) {
        const { rows: found } = await sql<{ red: boolean; yellow: boolean }>`
          select ${isRed(now)} as red, ${isYellow(now)} as yellow from (select ${state}::text as state,
            ${assignedAt}::timestamptz as assigned_at, ${dueAt}::timestamptz as due_at, ${submittedAt}::timestamptz as submitted_at) a`.execute(
          db,
        )
        lights.push(found[0]?.red ? 'red' : found[0]?.yellow ? 'yellow' : 'neither')
      }
      return lights
    })
    expect(told).toEqual(expected.map(light => (light === 'green' || light === 'none' ? 'neither' : light)))
  })

  test('of what lies with nobody is none, and does not disturb the question', async () => {
    house.setClock('2026-03-02T09:00:00+08:00')
    const one = await opened(house, { unit: null, title: '无人认领' })
    expect(one.light).toBe('none')
    for (const light of ['yellow', 'red'] as const)
      expect((await house.as('officer').cases.list({ light, q: '无人认领' })).total).toBe(0)
  })
})

describe('escalation', () => {
  test('a job that slept a month records each level at its own moment, once', async () => {
    house.setClock('2026-03-02T09:00:00+08:00')
    const one = await opened(house)
    house.setClock('2026-03-09T08:59:00+08:00')
    await run()
    expect((await get(one.id)).level).toBe('community')
    house.setClock('2026-04-09T10:00:00+08:00')
    await run()
    await run()
    const risen = await get(one.id)
    expect(risen).toMatchObject({ level: 'county', escalatedAt: '2026-03-16T01:00:00.000Z' })
    expect(
      risen.events.filter(({ kind }) => kind === 'escalate').map(({ at, who, content }) => [at, who, content.to]),
    ).toEqual([
      ['2026-03-09T01:00:00.000Z', null, 'street'],
      ['2026-03-16T01:00:00.000Z', null, 'county'],
    ])
    expect((await house.as('officer').cases.list({ escalated: true })).items.map(({ id }) => id)).toContain(one.id)
  })

  test('does not call anybody while more time was granted', async () => {
    house.setClock('2026-03-02T09:00:00+08:00')
    const one = await opened(house)
    const ask = { id: one.id, version: one.version, until: '2026-03-20', reason: '等待产权单位' }
    const asked = await house.as('willowUnit').cases.askExtension(ask)
    const extensionId = asked.extensions[0]?.id ?? ''
    await house.as('officer').cases.decideExtension({ id: one.id, extensionId, granted: true })
    house.setClock('2026-03-20T23:00:00+08:00')
    await run()
    expect((await get(one.id)).level).toBe('community')
    house.setClock('2026-03-21T00:10:00+08:00')
    await run()
    expect((await get(one.id)).level).toBe('street')
  })

  test('leaves alone what waits for others to look', async () => {
    house.setClock('2026-03-02T09:00:00+08:00')
    const mended = await submitted(house, 'willowWorker', await opened(house))
    house.setClock('2026-03-30T09:00:00+08:00')
    await run()
    expect(await get(mended.id)).toMatchObject({ level: 'community', state: 'submitted' })
  })

  test('by hand calls the next level with a reason, and ends at the county', async () => {
    house.setClock('2026-03-02T09:00:00+08:00')
    const one = await opened(house, { unit: 'urban' })
    expect(one.level).toBe('street')
    const raised = await house
      .as('urbanUnit')
      .cases.escalate({ id: one.id, version: one.version, reason: '涉及多个部门' })
    expect(raised).toMatchObject({ level: 'county' })
    expect(raised.actions).not.toContain('case.escalate')
    await expect(
      house.as('urbanUnit').cases.escalate({ id: one.id, version: raised.version, reason: '还要往上' }),
    ).rejects.toMatchObject({ code: 'state-forbids' })
  })
})
