import type { AssignmentDetail } from '@luoshi/contract/assignments'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { readyPlan } from '../plans/plan.testing.ts'
import type { PersonName } from '../seed.testing.ts'

let house: TestHouse
let programmeId: string
beforeAll(async () => {
  house = await openHouse()
  const { planId } = await readyPlan(house)
  programmeId = (await house.as('officer').plans.publish({ id: planId })).programmeId
  await house.runJobs()
})
afterAll(() => house.close())

/** What a worker owes, by some words of it. */
const owedBy = async (who: PersonName, words: string): Promise<AssignmentDetail> => {
  const { items } = await house.as(who).assignments.list({ q: words })
  const [first] = items
  if (!first) throw new Error(`Nothing found for ${words}`)
  return house.as(who).assignments.get({ id: first.id })
}

test('a worker sees what her own community owes and nothing of another', async () => {
  const { items, total } = await house.as('willowWorker').assignments.list({})
  expect(total).toBe(items.length)
  expect(new Set(items.map(({ unit }) => unit.name))).toEqual(new Set(['柳荫社区']))
  const foreign = (await house.as('hillWorker').assignments.list({})).items[0]
  await expect(house.as('willowWorker').assignments.get({ id: foreign?.id ?? '' })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect((await house.as('stranger').assignments.list({})).total).toBe(0)
})

test('a list is read page by page, each row once, soonest due first, with one total', async () => {
  const whole = await house.as('officer').assignments.list({ limit: 200 })
  const read: string[] = []
  let cursor: string | undefined
  do {
    const page = await house.as('officer').assignments.list({ limit: 4, cursor })
    expect(page.total).toBe(whole.total)
    read.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(read).toEqual(whole.items.map(({ id }) => id))
  expect(read.length).toBe(whole.total)
  const due = whole.items.map(({ dueOn }) => dueOn ?? '9999')
  expect(due).toEqual([...due].sort())
})

test('a street sees its communities, page by page as well', async () => {
  const all = await house.as('eastOfficer').assignments.list({ limit: 200 })
  const names = new Set(all.items.map(({ unit }) => unit.name))
  expect([...names]).toEqual(expect.arrayContaining(['柳荫社区', '荷塘社区']))
  expect(names.isSubsetOf(new Set(['柳荫社区', '荷塘社区', '安居物业']))).toBe(true)
  const first = await house.as('eastOfficer').assignments.list({ limit: 3 })
  const second = await house.as('eastOfficer').assignments.list({ limit: 3, cursor: first.next ?? undefined })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.items.slice(0, 6).map(({ id }) => id))
})

test('a cursor that we did not write is refused', async () => {
  await expect(house.as('officer').assignments.list({ cursor: 'bm90IG91cnM' })).rejects.toMatchObject({
    code: 'input-invalid',
  })
})

test('Chinese words are found inside a task, and signs of the search language are only signs', async () => {
  const found = await house.as('officer').assignments.list({ q: '登记造' })
  expect(found.items.length).toBe(4)
  expect((await house.as('officer').assignments.list({ q: '%' })).total).toBe(0)
})

test('an assignment shows its sentence and where it stands in the document', async () => {
  const owed = await owedBy('willowWorker', '登记造册')
  expect(owed.sentence).toContain('逐栋登记造册')
  const review = await house.as('officer').review.get({ id: owed.planId })
  expect(review.text.slice(owed.span?.start, owed.span?.end)).toBe(owed.sentence)
  expect(owed.parties.map(({ name, part }) => `${part} ${name}`)).toEqual(['responsible 各社区'])
})

test('work is accepted, submitted, returned with a reason, submitted again and confirmed by another', async () => {
  const owed = await owedBy('willowWorker', '登记造册')
  const worker = house.as('willowWorker')
  const accepted = await worker.assignments.accept({ id: owed.id, version: owed.version })
  expect(accepted.state).toBe('accepted')
  const onTheWay = await worker.assignments.progress({ id: owed.id, version: accepted.version, progress: 40 })
  await expect(worker.assignments.submit({ id: owed.id, version: onTheWay.version })).rejects.toMatchObject({
    code: 'evidence-required',
  })
  const submitted = await worker.assignments.submit({ id: owed.id, version: onTheWay.version, note: '已登记 12 栋' })
  expect(submitted).toMatchObject({ state: 'submitted', timeliness: 'done', submittedBy: { name: '柳小工' } })
  expect(submitted.actions).not.toContain('assignment.confirm')

  const returned = await house
    .as('officer')
    .assignments.return({ id: owed.id, version: submitted.version, reason: '缺 3 栋' })
  expect(returned.state).toBe('returned')
  const again = await worker.assignments.submit({ id: owed.id, version: returned.version, note: '补齐 3 栋' })
  const confirmed = await house.as('officer').assignments.confirm({ id: owed.id, version: again.version })
  expect(confirmed.state).toBe('confirmed')
  expect(confirmed.events.map(({ kind }) => kind)).toEqual([
    'accept',
    'progress',
    'submit',
    'return',
    'submit',
    'confirm',
  ])
})

test('nobody confirms what they submitted themselves', async () => {
  const { tenantId, people, units } = house.seeded
  await house.house.db
    .insertInto('memberships')
    .values({
      tenant_id: tenantId,
      id: house.house.ids.next(),
      person_id: people.officer.id,
      unit_id: units.pond.id,
      role: 'unit',
    })
    .execute()
  const owed = await owedBy('pondWorker', '登记造册')
  const officer = house.as('officer')
  const submitted = await officer.assignments.submit({ id: owed.id, version: owed.version, note: '已完成' })
  await expect(officer.assignments.confirm({ id: owed.id, version: submitted.version })).rejects.toMatchObject({
    code: 'own-submission',
  })
  const other = await house.as('colleague').assignments.confirm({ id: owed.id, version: submitted.version })
  expect(other.state).toBe('confirmed')
})

test('a stale version is refused with the current one', async () => {
  const owed = await owedBy('hillWorker', '登记造册')
  await house.as('hillWorker').assignments.accept({ id: owed.id, version: owed.version })
  await expect(
    house.as('hillUnit').assignments.progress({ id: owed.id, version: owed.version, progress: 10 }),
  ).rejects.toMatchObject({ code: 'version-stale', data: { params: { current: owed.version + 1 } } })
})

test('of two who submit the same version at once one wins', async () => {
  const owed = await owedBy('hillWorker', '楼道堆物')
  const both = await Promise.allSettled(
    (['hillWorker', 'hillUnit'] as const).map(who =>
      house.as(who).assignments.submit({ id: owed.id, version: owed.version, note: '已清理' }),
    ),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('what is not next is refused by its state', async () => {
  const owed = await owedBy('ferryWorker', '登记造册')
  await expect(house.as('officer').assignments.confirm({ id: owed.id, version: owed.version })).rejects.toMatchObject({
    code: 'state-forbids',
  })
})

test('an office manages but does not do the work of the units, and a leader reads', async () => {
  const owed = await owedBy('ferryWorker', '登记造册')
  for (const who of ['officer', 'leader', 'auditor', 'inspector'] as const)
    await expect(
      house.as(who).assignments.submit({ id: owed.id, version: owed.version, note: '已完成' }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
})

test('more time is asked for once, later than before, and granted by another', async () => {
  const owed = await owedBy('willowUnit', '楼道堆物')
  const unit = house.as('willowUnit')
  await expect(
    unit.assignments.askExtension({ id: owed.id, version: owed.version, until: '2026-04-30', reason: '雨天较多' }),
  ).rejects.toMatchObject({ code: 'extension-not-later' })
  const asked = await unit.assignments.askExtension({
    id: owed.id,
    version: owed.version,
    until: '2026-05-08',
    reason: '雨天较多',
  })
  await expect(
    unit.assignments.askExtension({ id: owed.id, version: asked.version, until: '2026-05-09', reason: '再多一天' }),
  ).rejects.toMatchObject({ code: 'extension-already-asked' })
  const granted = await house.as('officer').assignments.decideExtension({
    id: owed.id,
    extensionId: asked.extensions[0]?.id ?? '',
    granted: true,
  })
  expect(granted).toMatchObject({
    dueOn: '2026-05-08',
    extensions: [{ state: 'granted', decidedBy: { name: '陈办' } }],
  })
})

test('late follows from the clock, and time may still be asked for then', async () => {
  const before = await house.as('officer').assignments.list({ timeliness: 'late' })
  expect(before.total).toBe(0)
  house.setClock('2026-03-21T00:00:01+08:00')
  const { items } = await house.as('officer').assignments.list({ timeliness: 'late', q: '登记造册' })
  expect(items.map(({ unit }) => unit.name).sort()).toEqual(['小丘社区', '渡口社区'])
  expect(items.every(({ timeliness }) => timeliness === 'late')).toBe(true)
  expect((await house.as('officer').programmes.overview({ id: programmeId })).late.length).toBeGreaterThan(0)
})
