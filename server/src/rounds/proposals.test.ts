import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTenant } from '../db/in-tenant.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { readyPlan } from '../plans/plan.testing.ts'
import { furnishRounds, key, roundAt, roundWritten, visitMade } from './rounds.testing.ts'

const plan = `澄溪县楼道环境整治工作方案

为改善居民居住环境，制定本方案。

一、工作任务
（一）摸清底数。各社区于2026年3月20日前对辖区楼道逐栋登记造册。

二、工作要求
（一）县城管局每周抽查一次居民小区。
（二）县创建办每季度组织一次交叉互检。
（三）各社区每日巡查楼道。
（四）县城管局每月通报一次整治进度。
（五）各街道每月组织一次实地检查。
（六）各社区每周自查一次消防通道。
`

let house: TestHouse
let programmeId: string
beforeAll(async () => {
  house = await openHouse()
  await furnishRounds(house)
  const { planId } = await readyPlan(house, plan)
  programmeId = (await house.as('officer').plans.publish({ id: planId })).programmeId
  await house.runJobs()
  house.setClock('2026-03-11T09:00:00+08:00')
})
afterAll(() => house.close())

const proposed = async () =>
  (await house.as('officer').rounds.proposals({})).map(({ kind, period }) => `${kind} ${period}`)

test('running duties of checking propose their next round to the office that runs the programme, and to nobody else', async () => {
  expect(await proposed()).toEqual(['open 2026-W11', 'mutual 2026-Q1'])
  const [weekly] = await house.as('officer').rounds.proposals({})
  expect(weekly).toMatchObject({
    ...{ startsOn: '2026-03-11', endsOn: '2026-03-15', pointTypes: ['居民小区'], programme: { id: programmeId } },
    withinUnitIds: [house.seeded.units.county.id],
  })
  expect(weekly?.title).toContain('2026年第11周')
  for (const who of ['willowUnit', 'willowWorker', 'leader', 'stranger'] as const)
    expect(await house.as(who).rounds.proposals({})).toEqual([])
})

test('a street that owes a check is asked for a round of its own; what a community does for itself asks for none', async () => {
  const [monthly, ...others] = await house.as('eastOfficer').rounds.proposals({})
  const { id } = house.seeded.units.east
  expect(monthly).toMatchObject({ kind: 'open', period: '2026-03', unit: { id }, withinUnitIds: [id] })
  expect(others).toEqual([])
  const { startsOn = '', endsOn = '', dutyId = '' } = monthly ?? {}
  const own = { unitId: id, withinUnitIds: [id], inspectorIds: [], quotas: {}, dutyId, startsOn, endsOn }
  await house.as('eastOfficer').rounds.create({ ...roundWritten(house), ...own })
  expect(await house.as('eastOfficer').rounds.proposals({})).toEqual([])
  expect(await house.as('westOfficer').rounds.proposals({})).toHaveLength(1)
})

test('daily work is proposed for the week when its duty asks, for the communities that owe it', async () => {
  const duties = await house.as('officer').duties.list({ id: programmeId })
  const daily = duties.find(({ text }) => text.includes('巡查'))
  const [proposal] = await house.as('officer').rounds.proposals({ dutyId: daily?.id })
  const { willow, pond, hill, ferry } = house.seeded.units
  expect(proposal).toMatchObject({ kind: 'patrol', period: '2026-W11', startsOn: '2026-03-11', endsOn: '2026-03-15' })
  expect(proposal?.withinUnitIds.toSorted()).toEqual([willow.id, pond.id, hill.id, ferry.id].sort())
})

test('what was prepared for its period is not proposed again, until it is called off', async () => {
  const [weekly] = await house.as('officer').rounds.proposals({})
  const { dutyId = '', kind = 'open', title = '', startsOn = '', endsOn = '' } = weekly ?? {}
  const draft = await house
    .as('officer')
    .rounds.create({ ...roundWritten(house), dutyId, kind, title, startsOn, endsOn })
  expect(draft).toMatchObject({ duty: { id: dutyId }, programme: { id: programmeId } })
  expect(await proposed()).toEqual(['mutual 2026-Q1'])
  await house.as('officer').rounds.cancel({ ...key(draft), reason: '本周停工' })
  expect(await proposed()).toEqual(['open 2026-W11', 'mutual 2026-Q1'])
})

test('a duty of another programme is not one to make a round of', async () => {
  await expect(
    house.as('officer').rounds.create({ ...roundWritten(house), dutyId: house.seeded.units.county.id }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('Today says what rounds ask: visits of who was drawn, the lot and the end of who runs them', async () => {
  const { people } = house.seeded
  const kinds = async (who: 'officer' | 'inspector' | 'willowUnit') =>
    (await house.as(who).today.get()).rounds.map(({ kind }) => kind)
  expect(await kinds('officer')).toEqual(['prepare', 'prepare'])
  const committed = await roundAt(house, 'committed', { inspectorIds: [people.inspector.id] })
  expect(await kinds('officer')).toEqual(['draw', 'prepare', 'prepare'])
  expect(await kinds('inspector')).toEqual([])
  const drawn = await house.as('officer').rounds.draw(key(committed))
  expect(await kinds('officer')).toEqual(['prepare', 'prepare'])
  expect(await kinds('inspector')).toEqual(['visit'])
  for (const { point } of drawn.drawn) await visitMade(house, drawn, point.id, people.inspector.id, 'conforms')
  expect(await kinds('inspector')).toEqual([])
  expect(await kinds('officer')).toEqual(['end', 'prepare', 'prepare'])
  expect(await kinds('willowUnit')).toEqual([])
})

test('a round that nobody finished waits for its end once its days are over', async () => {
  await roundAt(house, 'drawn')
  house.setClock('2026-03-25T09:00:00+08:00')
  const ends = (await house.as('officer').today.get()).rounds.flatMap(line => (line.kind === 'end' ? [line.round] : []))
  expect(ends.map(({ visited }) => visited)).toContain(0)
})

test('one’s own round stays on Today, however many later ones are under way', async () => {
  const { people, tenantId } = house.seeded
  const mine = await roundAt(house, 'drawn', { inspectorIds: [people.inspector.id], title: '自己的检查' })
  const others = await roundAt(house, 'drawn', { inspectorIds: [people.urbanUnit.id], title: '别人的检查' })
  await inTenant(house.house.db, tenantId, db =>
    sql`insert into rounds select (jsonb_populate_record(null::rounds, to_jsonb(r)
      || jsonb_build_object('id', gen_random_uuid(), 'starts_on', '2026-03-30', 'ends_on', '2026-04-10'))).*
      from rounds r, generate_series(1, 40) where r.id = ${others.id}`.execute(db),
  )
  const { rounds } = await house.as('inspector').today.get()
  expect(rounds.flatMap(line => (line.kind === 'visit' ? [line.round.id] : []))).toContain(mine.id)
})
