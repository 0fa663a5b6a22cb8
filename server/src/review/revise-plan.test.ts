import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { importText, readyPlan, samplePlan, settleAll } from '../plans/plan.testing.ts'

let house: TestHouse
let programmeId: string
let firstPlanId: string
beforeAll(async () => {
  house = await openHouse()
  firstPlanId = (await readyPlan(house)).planId
  programmeId = (await office().plans.publish({ id: firstPlanId })).programmeId
  await house.runJobs()
})
afterAll(() => house.close())

const office = () => house.as('officer')

const secondVersion = samplePlan
  // Later, for everybody but those who had finished.
  .replace('2026年3月20日前', '2026年3月27日前')
  // Gone.
  .replace(/（三）健康宣传。.*\n/, '（三）消防检查。县城管局于2026年5月20日前检查楼道消防设施。\n')
  // Another rhythm.
  .replace('各社区每周开展一次楼道巡查', '各社区每月开展一次楼道巡查')
  .replace('居民满意度不低于85%', '居民满意度不低于90%')

const assignmentsOf = (words: string) =>
  house.house.db
    .selectFrom('assignments')
    .innerJoin('tasks', 'tasks.id', 'assignments.task_id')
    .innerJoin('units', 'units.id', 'assignments.unit_id')
    .where('tasks.programme_id', '=', programmeId)
    .where('tasks.text', 'like', `%${words}%`)
    .orderBy('units.name')
    .select(['assignments.id', 'assignments.state', 'assignments.due_on', 'units.name', 'tasks.withdrawn_at'])
    .execute()

test('a new version is compared with what runs, sentence beside sentence, with the work done', async () => {
  const owed = (await house.as('willowWorker').assignments.list({ q: '登记造册' })).items[0]
  await house.as('willowWorker').assignments.submit({ id: owed?.id ?? '', version: owed?.version ?? 0, note: '已登记' })
  const { planId } = await importText(house, secondVersion, { revisesProgrammeId: programmeId })
  await settleAll(house, planId)
  const { changes, programmeId: compared } = await office().review.comparison({ id: planId })
  expect(compared).toBe(programmeId)

  const task = changes.find(({ kind, after }) => kind === 'task' && after?.text.includes('登记造册'))
  expect(task).toMatchObject({ what: 'changed', work: { assignments: 4, finished: 1 } })
  expect(task?.before?.sentence).toContain('3月20日')
  expect(task?.after?.sentence).toContain('3月27日')
  expect(changes.find(({ before }) => before?.text.includes('宣传册'))?.what).toBe('gone')
  expect(changes.find(({ after }) => after?.text.includes('消防设施'))?.what).toBe('added')
  expect(changes.find(({ after }) => after?.text.includes('登记造册') && after.text.includes('各社区'))).toBeDefined()
  expect(changes.filter(({ what }) => what === 'same').length).toBeGreaterThan(3)
})

test('a new version is not published beside the programme, and a plan that revises nothing is not compared', async () => {
  const { planId } = await importText(house, secondVersion, { revisesProgrammeId: programmeId })
  await settleAll(house, planId)
  await expect(office().plans.publish({ id: planId })).rejects.toMatchObject({ code: 'revision-not-compared' })
  const plain = await readyPlan(house)
  await expect(office().review.comparison({ id: plain.planId })).rejects.toMatchObject({
    code: 'revision-not-compared',
  })
})

test('applying a new version keeps work done, moves what is open, gives out what is new and withdraws what is gone', async () => {
  const { planId } = await importText(house, secondVersion, { revisesProgrammeId: programmeId })
  await settleAll(house, planId)
  const past = await house.house.db
    .selectFrom('occurrences')
    .where('programme_id', '=', programmeId)
    .where('opens_at', '<=', house.house.clock.now())
    .select('id')
    .execute()
  const { documents } = { documents: await office().programmes.documents({ id: programmeId }) }
  expect(documents.map(({ number }) => number)).toEqual([1])
  const told = await office().review.revise({ id: planId })
  expect(told.added).toBeGreaterThan(0)
  expect(told.withdrawn).toBeGreaterThan(0)
  await house.runJobs()

  const registered = await assignmentsOf('登记造册')
  expect(registered.map(({ name, state, due_on }) => `${name} ${state} ${due_on}`).sort()).toEqual(
    [
      '小丘社区 assigned 2026-03-27',
      '柳荫社区 submitted 2026-03-20',
      '渡口社区 assigned 2026-03-27',
      '荷塘社区 assigned 2026-03-27',
    ].sort(),
  )
  expect(
    (await assignmentsOf('宣传册')).every(({ state, withdrawn_at }) => state === 'withdrawn' && withdrawn_at),
  ).toBe(true)
  expect((await assignmentsOf('消防设施')).map(({ name }) => name)).toEqual(['县城管局'])

  const kept = await house.house.db
    .selectFrom('occurrences')
    .where(
      'id',
      'in',
      past.map(({ id }) => id),
    )
    .select('id')
    .execute()
  expect(kept.length).toBe(past.length)
  const duties = await office().duties.list({ id: programmeId })
  expect(duties.find(({ text }) => text.includes('楼道巡查'))?.every.per).toBe('month')
  const ahead = await house.house.db
    .selectFrom('occurrences')
    .innerJoin('duties', 'duties.id', 'occurrences.duty_id')
    .where('duties.text', 'like', '%楼道巡查%')
    .where('occurrences.programme_id', '=', programmeId)
    .where('opens_at', '>', house.house.clock.now())
    .select('period')
    .distinct()
    .execute()
  expect(ahead.map(({ period }) => period).sort()).toEqual(['2026-04', '2026-05', '2026-06'])
})

test('what runs leads to the newest document, and both versions stay on record', async () => {
  const documents = await office().programmes.documents({ id: programmeId })
  expect(documents.map(({ number }) => number)).toEqual([2, 1])
  expect(documents.every(({ publishedBy }) => publishedBy?.name === '陈办')).toBe(true)
  const [owed] = (await house.as('pondWorker').assignments.list({ q: '登记造册' })).items
  const detail = await house.as('pondWorker').assignments.get({ id: owed?.id ?? '' })
  expect(detail.planId).toBe(documents[0]?.planId)
  expect(detail.sentence).toContain('3月27日')
})

test('what is gone from the document can be kept', async () => {
  const { planId } = await importText(house, secondVersion.replace(/（三）消防检查。.*\n/, ''), {
    revisesProgrammeId: programmeId,
  })
  await settleAll(house, planId)
  const { changes } = await office().review.comparison({ id: planId })
  const gone = changes.filter(({ what, before }) => what === 'gone' && before?.text.includes('消防'))
  expect(gone.length).toBeGreaterThan(0)
  await office().review.revise({ id: planId, keep: gone.map(({ key }) => key) })
  expect((await assignmentsOf('消防设施')).map(({ state }) => state)).toEqual(['assigned'])
})

test('a new version is handed in only by who may revise the programme', async () => {
  await expect(
    house.as('eastOfficer').plans.import({
      unitId: house.seeded.units.east.id,
      text: secondVersion,
      revisesProgrammeId: programmeId,
    }),
  ).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(
    house.as('stranger').plans.import({
      unitId: house.seeded.units.other.id,
      text: secondVersion,
      revisesProgrammeId: programmeId,
    }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('what was struck out of the version that runs is struck out of the new one, unless its words have changed', async () => {
  const text = `${samplePlan}\n六、其他事项\n（一）县住建局于2026年6月1日前整理档案。\n（二）县城管局于2026年6月2日前清点器材。`
  const { planId } = await importText(house, text)
  const strike = async (id: string, words: string) => {
    const { items } = await office().review.get({ id })
    for (const { id: itemId, version, content } of items)
      if (JSON.stringify(content).includes(words))
        await office().review.change({ id, itemId, version, state: 'rejected' })
  }
  await strike(planId, '整理档案')
  await strike(planId, '清点器材')
  await settleAll(house, planId)
  const running = await office().plans.publish({ id: planId })
  await house.runJobs()

  const revised = text.replace('2026年6月2日前清点', '2026年6月9日前清点')
  const { planId: id } = await importText(house, revised, { revisesProgrammeId: running.programmeId })
  const { items } = await office().review.get({ id })
  const states = (words: string) =>
    new Set(items.filter(({ content }) => JSON.stringify(content).includes(words)).map(({ state }) => state))
  expect(states('整理档案')).toEqual(new Set(['rejected']))
  expect(states('清点器材')).toEqual(new Set(['proposed']))
  expect(states('登记造册')).toEqual(new Set(['proposed']))
})
