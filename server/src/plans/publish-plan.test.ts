import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { importText, readyPlan, samplePlan } from './plan.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const county = () => house.as('officer')
const rowsOf = (table: 'programmes' | 'tasks' | 'assignments' | 'duties' | 'occurrences' | 'indicators') =>
  house.house.db
    .selectFrom(table)
    .select(eb => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
    .then(({ rows }) => rows)

test('publishing gives every community what 各社区 owe, once', async () => {
  const { planId } = await readyPlan(house)
  const { assignments, programmeId } = await county().plans.publish({ id: planId })
  expect(assignments).toBe(await rowsOf('assignments'))

  const given = await house.house.db
    .selectFrom('assignments')
    .innerJoin('tasks', 'tasks.id', 'assignments.task_id')
    .innerJoin('units', 'units.id', 'assignments.unit_id')
    .where('tasks.text', 'like', '%登记造册%')
    .orderBy('units.name')
    .select(['units.name', 'assignments.part', 'assignments.due_on', 'tasks.item_id', 'tasks.programme_id'])
    .execute()
  expect(given.map(({ name }) => name).sort()).toEqual(['小丘社区', '柳荫社区', '渡口社区', '荷塘社区'])
  expect(new Set(given.map(({ part, due_on }) => `${part} ${due_on}`))).toEqual(new Set(['responsible 2026-03-20']))
  expect(given.every(({ item_id, programme_id }) => item_id !== null && programme_id === programmeId)).toBe(true)
})

test('what is published lays its occurrences, and the count told is the count laid', async () => {
  await house.runJobs()
  const before = await rowsOf('occurrences')
  const { planId } = await readyPlan(house)
  const { occurrences } = await county().plans.publish({ id: planId })
  await house.runJobs()
  expect((await rowsOf('occurrences')) - before).toBe(occurrences)
  expect(occurrences).toBeGreaterThan(4 * 12)
})

test('a plan is published once: the second time is refused', async () => {
  const { planId } = await readyPlan(house)
  await county().plans.publish({ id: planId })
  await expect(county().plans.publish({ id: planId })).rejects.toThrow('plan-already-published')
})

test('of two publications at the same time one wins and the other is refused', async () => {
  const { planId } = await readyPlan(house)
  const before = await rowsOf('programmes')
  const both = await Promise.allSettled([
    county().plans.publish({ id: planId }),
    house.as('colleague').plans.publish({ id: planId }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'plan-already-published' },
  })
  expect(await rowsOf('programmes')).toBe(before + 1)
})

test('publishing is whole or not at all', async () => {
  const { planId } = await readyPlan(house)
  const before = await Promise.all([rowsOf('programmes'), rowsOf('tasks'), rowsOf('assignments'), rowsOf('duties')])
  // A unit that cannot be written to stands for anything that breaks half-way.
  await house.house.db
    .insertInto('plan_items')
    .values({
      tenant_id: house.seeded.tenantId,
      id: house.house.ids.next(),
      version_id: (await county().plans.get({ id: planId })).versionId,
      kind: 'indicator',
      ordinal: 99,
      content: JSON.stringify({ subject: '不成立', op: 'about', value: 1, unit: '%' }),
      state: 'confirmed',
      updated_at: house.house.clock.now(),
    })
    .execute()
  await expect(county().plans.publish({ id: planId })).rejects.toThrow()
  expect(await Promise.all([rowsOf('programmes'), rowsOf('tasks'), rowsOf('assignments'), rowsOf('duties')])).toEqual(
    before,
  )
  expect(await county().plans.get({ id: planId })).toMatchObject({ status: 'review', programmeId: null })
})

test('a plan with open errors, waiting items or unknown parties says what is missing and is not published', async () => {
  const text = samplePlan.replace('县卫健局于', '各有关部门于').replace('2026年3月20日前', '2026年2月30日前')
  const { planId } = await importText(house, text)
  const preview = await county().plans.preview({ id: planId })
  expect(preview.ready).toBe(false)
  expect(preview.obstacles.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['plan-parties-unmatched', 'plan-items-waiting', 'plan-has-errors']),
  )
  await expect(county().plans.publish({ id: planId })).rejects.toMatchObject({ code: 'plan-has-errors' })

  const { diagnostics } = await county().review.get({ id: planId })
  for (const { id: diagnosticId, severity } of diagnostics)
    if (severity === 'error')
      await county().review.settle({ id: planId, diagnosticId, state: 'settled', note: '已电话核实' })
  await expect(county().plans.publish({ id: planId })).rejects.toMatchObject({ code: 'plan-dates-impossible' })
  const { items } = await county().review.get({ id: planId })
  for (const { id: itemId, version, content } of items)
    if (JSON.stringify(content).includes('02-30'))
      await county().review.change({ id: planId, itemId, version, state: 'rejected' })
  await expect(county().plans.publish({ id: planId })).rejects.toMatchObject({ code: 'plan-parties-unmatched' })
  await county().review.match({ id: planId, name: '各有关部门', unitIds: [], everyKind: 'department', ignored: false })
  await expect(county().plans.publish({ id: planId })).rejects.toMatchObject({ code: 'plan-items-waiting' })
})

test('what stands in the way is told in the language of who asks, on looking and on publishing', async () => {
  const text = samplePlan.replace('县卫健局于', '各协作部门于').replace('2026年3月20日前', '2026年2月30日前')
  const { planId } = await importText(house, text)
  const told = async (language: string) => {
    const headers = { cookie: house.cookieOf('officer'), 'accept-language': language, origin: house.house.publicUrl }
    const of = (method: string) =>
      fetch(`${house.url}/api/v1/plans/${planId}/publication`, { method, headers }).then(reply => reply.json())
    const looked = (await of('GET')) as { obstacles: readonly { code: string; message: string }[] }
    const refused = (await of('POST')) as { at: readonly { field: string; message: string }[] }
    expect(refused.at).toEqual(looked.obstacles.map(({ code, message }) => ({ field: code, message })))
    return looked.obstacles.map(({ message }) => message)
  }
  const chinese = await told('zh-CN')
  const english = await told('en')
  expect(chinese).toHaveLength(english.length)
  expect(chinese.find(words => words.includes('各协作部门'))).toMatch(/^有 1 个名称还没有对应到单位/)
  expect(english.find(words => words.includes('各协作部门'))).toMatch(/^Names that stand for no unit yet: 1 \(/)
  expect(english.join(' ').replaceAll('各协作部门', '')).not.toMatch(/\p{Script=Han}/u)
  expect([...chinese, ...english].join(' ')).not.toMatch(/[{}]/)
})

test('a masked year is filled once for the whole plan, and until then it is not published', async () => {
  const { planId } = await readyPlan(house, samplePlan.replaceAll('2026年', '20xx年'))
  await expect(county().plans.publish({ id: planId })).rejects.toMatchObject({ code: 'plan-without-year' })
  expect((await county().review.get({ id: planId })).yearMissing).toBe(true)
  await county().plans.fillYear({ id: planId, year: 2026 })
  const review = await county().review.get({ id: planId })
  expect(review.yearMissing).toBe(false)
  const { programmeId } = await county().plans.publish({ id: planId })
  const due = await house.house.db
    .selectFrom('tasks')
    .where('programme_id', '=', programmeId)
    .select('due_on')
    .execute()
  expect(due.map(({ due_on }) => due_on)).toContain('2026-03-20')
})

test('a plan in which nothing is left to do is not published', async () => {
  const { planId } = await readyPlan(house)
  const { items } = await county().review.get({ id: planId })
  for (const { id: itemId, version, kind } of items)
    if (kind === 'task' || kind === 'duty' || kind === 'indicator')
      await county().review.change({ id: planId, itemId, version, state: 'rejected' })
  await expect(county().plans.publish({ id: planId })).rejects.toMatchObject({ code: 'plan-nothing-to-run' })
})

test('who has no office there may not publish, and a stranger does not even learn of it', async () => {
  const { planId } = await readyPlan(house)
  await expect(house.as('leader').plans.publish({ id: planId })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(house.as('eastOfficer').plans.publish({ id: planId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(house.as('stranger').plans.publish({ id: planId })).rejects.toMatchObject({ code: 'not-found' })
})
