import { contract } from '@luoshi/contract/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from './client.testing.ts'
import { attemptsOnCases } from './foreign-cases.testing.ts'
import { foreignEntries } from './foreign-deliveries.testing.ts'
import { defined, furnish, seatInEveryRole, type Things } from './foreign-ids.testing.ts'
import { openHouse, type TestHouse } from './house.testing.ts'
import { operationsOf } from './openapi/operations-of.testing.ts'

let house: TestHouse
let things: Things
/** What the callers have of their own, to be mixed with what is not theirs. */
let own: Readonly<
  Record<
    Caller,
    {
      readonly unitId: string
      readonly personId: string
      readonly planId: string
      readonly evidenceId: string
      readonly pointId: string
      readonly standardId: string
    }
  >
>

/** One of another street, one of another county; both have every role at home. */
const callers = ['hillUnit', 'strangerAdministrator'] as const
type Caller = (typeof callers)[number]

beforeAll(async () => {
  house = await openHouse()
  things = await furnish(house)
  await seatInEveryRole(house)
  own = {
    hillUnit: await homeOf('hillUnit', 'hill'),
    strangerAdministrator: await homeOf('strangerAdministrator', 'other'),
  }
  await house.runJobs()
})
afterAll(() => house.close())

const homeOf = async (who: Caller, unit: 'hill' | 'other') => {
  const unitId = house.seeded.units[unit].id
  const client = house.as(who)
  const { id: planId } = await client.plans.import({
    unitId,
    text: '工作方案\n\n一、工作任务\n（一）清理。各网格于2026年4月1日前清理。',
  })
  const evidence = await client.evidence.finish({
    ...{ id: house.house.ids.next(), unitId, uploadId: null, text: '自己的', name: '自己的', serves: [] },
  })
  const added = await client.people.create({
    name: '自己人',
    account: `own.${unit}`,
    memberships: [{ unitId, role: 'worker' }],
  })
  const point = await client.points.create({ pointType: '农贸市场', name: '自己的市场', unitId })
  const standard = await client.standards.create({ unitId, title: '自己的标准', pointType: '农贸市场' })
  return {
    ...{ unitId, personId: added.person.id, planId, evidenceId: evidence.id },
    ...{ pointId: point.id, standardId: standard.id },
  }
}

/** Operations that act on the caller alone, whatever they are given: one leaves a review oneself and nobody else. */
const onOneselfAlone = [
  'session.calendar',
  'keys.create',
  'setup.run',
  'imports.preview',
  'standards.read',
  'points.preview',
  'points.apply',
  'visits.preview',
  'visits.apply',
  'evidence.start',
  'review.leave',
]

/** Answered entry by entry: what names another's things is kept in one's own name, and changes none of them. */
const answeredApart = 'field.deliver'

type Attempt = (call: Client, home: (typeof own)[Caller]) => Promise<unknown>

const reason = '需要重新办理'

/** For every writing operation, calls that name what is not the caller's. */
const attempts: Readonly<Record<string, readonly Attempt[]>> = {
  'session.revoke': [call => call.session.revoke({ id: things.sessionId })],
  'keys.revoke': [call => call.keys.revoke({ id: things.keyId })],
  'units.create': [
    call =>
      call.units.create({ parentId: unit('willow'), kind: 'grid', name: '外来网格', shortName: null, aliases: [] }),
  ],
  'units.change': [
    call => call.units.change({ id: unit('willow'), version: 1, name: '改掉的社区' }),
    (call, home) => call.units.change({ id: unit('willow'), version: 1, parentId: home.unitId }),
  ],
  'units.archive': [call => call.units.archive({ id: unit('garden'), version: 1 })],
  'people.create': [
    call =>
      call.people.create({
        name: '外人',
        account: 'foreign.one',
        memberships: [{ unitId: unit('willow'), role: 'unit' }],
      }),
    (call, home) =>
      call.people.create({
        name: '外人',
        account: 'foreign.two',
        memberships: [home.unitId, unit('willow')].map(unitId => ({ unitId, role: 'worker' as const })),
      }),
  ],
  'people.change': [call => call.people.change({ id: things.person.id, version: 1, name: '改掉的名字' })],
  'people.seat': [
    (call, home) => call.people.seat({ id: things.person.id, unitId: home.unitId, role: 'worker' }),
    (call, home) => call.people.seat({ id: home.personId, unitId: unit('willow'), role: 'office' }),
  ],
  'people.unseat': [
    call => call.people.unseat({ id: things.person.id, membershipId: things.person.memberships[0]?.id ?? '' }),
    (call, home) => call.people.unseat({ id: home.personId, membershipId: things.person.memberships[0]?.id ?? '' }),
  ],
  'people.resetPassword': [call => call.people.resetPassword({ id: things.person.id })],
  'people.erase': [call => call.people.erase({ id: things.person.id, version: 1 })],
  'imports.apply': [call => call.imports.apply({ id: things.importId })],
  'plans.import': [
    call => call.plans.import({ unitId: unit('county'), text: '工作方案\n一、任务' }),
    (call, home) =>
      call.plans.import({ unitId: home.unitId, text: '工作方案\n一、任务', revisesProgrammeId: things.programmeId }),
  ],
  'plans.fillYear': [call => call.plans.fillYear({ id: things.planId, year: 2027 })],
  'plans.publish': [call => call.plans.publish({ id: things.planId })],
  'plans.withdraw': [call => call.plans.withdraw({ id: things.planId })],
  'review.add': [
    call =>
      call.review.add({ id: things.planId, kind: 'phase', span: null, content: { name: '外来阶段', window: null } }),
  ],
  'review.change': [
    call =>
      call.review.change({
        id: things.planId,
        itemId: things.item.id,
        version: things.item.version,
        state: 'rejected',
      }),
    (call, home) =>
      call.review.change({ id: home.planId, itemId: things.item.id, version: things.item.version, state: 'rejected' }),
  ],
  'review.confirmAll': [call => call.review.confirmAll({ id: things.planId })],
  'review.settle': [
    call =>
      call.review.settle({ id: things.planId, diagnosticId: things.diagnosticId, state: 'settled', note: '外来' }),
    (call, home) =>
      call.review.settle({ id: home.planId, diagnosticId: things.diagnosticId, state: 'settled', note: '外来' }),
  ],
  'review.match': [
    call =>
      call.review.match({ id: things.planId, name: things.party.name, unitIds: [], everyKind: null, ignored: true }),
    (call, home) => call.review.match({ id: home.planId, name: '各网格', unitIds: [unit('willow')], everyKind: null }),
  ],
  'review.revise': [call => call.review.revise({ id: things.planId })],
  'programmes.change': [
    call => call.programmes.change({ id: things.programmeId, version: things.programme.version, title: '改掉' }),
  ],
  'assignments.accept': [call => call.assignments.accept(step())],
  'assignments.progress': [call => call.assignments.progress({ ...step(), progress: 50 })],
  'assignments.submit': [call => call.assignments.submit({ ...step(), evidenceIds: [things.evidence.id] })],
  'assignments.confirm': [call => call.assignments.confirm(step())],
  'assignments.return': [call => call.assignments.return({ ...step(), reason })],
  'assignments.askExtension': [call => call.assignments.askExtension({ ...step(), until: '2026-12-30', reason })],
  'assignments.decideExtension': [
    call =>
      call.assignments.decideExtension({
        id: things.asked.id,
        extensionId: things.asked.extensions[0]?.id ?? '',
        granted: true,
      }),
  ],
  'evidence.finish': [
    call => call.evidence.finish({ ...filed(), unitId: unit('willow'), serves: [] }),
    (call, home) =>
      call.evidence.finish({ ...filed(), unitId: home.unitId, serves: [{ kind: 'assignment', id: things.task.id }] }),
    (call, home) =>
      call.evidence.finish({
        ...filed(),
        unitId: home.unitId,
        serves: [{ kind: 'occurrence', id: things.occurrence.id }],
      }),
  ],
  'evidence.withdraw': [call => call.evidence.withdraw({ id: things.evidence.id, reason })],
  'evidence.cover': [call => call.evidence.cover({ id: things.evidence.id, areas: [] })],
  'evidence.serve': [
    call => call.evidence.serve({ id: things.evidence.id, subject: { kind: 'assignment', id: things.task.id } }),
    (call, home) => call.evidence.serve({ id: home.evidenceId, subject: { kind: 'assignment', id: things.task.id } }),
  ],
  'duties.record': [call => call.duties.record({ id: things.occurrence.id, version: things.occurrence.version })],
  'duties.return': [
    call => call.duties.return({ id: things.occurrence.id, version: things.occurrence.version, reason }),
  ],
  'duties.excuse': [
    call => call.duties.excuse({ id: things.occurrence.id, version: things.occurrence.version, reason }),
  ],
  'indicators.measure': [
    call =>
      call.indicators.measure({
        id: things.indicator.id,
        measurementId: house.house.ids.next(),
        on: '2026-03-02',
        value: 1,
        unitId: unit('willow'),
      }),
  ],
  'indicators.source': [call => call.indicators.source({ id: things.indicator.id, source: { measure: 'closed' } })],
  'standards.create': [
    call => call.standards.create({ unitId: unit('willow'), title: '外来标准', pointType: '农贸市场' }),
  ],
  'standards.fromChecklist': [
    call => call.standards.fromChecklist({ programmeId: things.programmeId, itemId: things.item.id }),
  ],
  'standards.save': [
    call => call.standards.save({ ...held(), title: '改掉的标准', pointType: '农贸市场', content: [] }),
    (call, home) =>
      call.standards.save({
        ...{ id: home.standardId, version: 1, title: '自己的标准', pointType: '农贸市场' },
        content: things.standard.content.map(one => ({ ...one, id: house.house.ids.next(), categoryId: one.id })),
      }),
  ],
  'standards.publish': [call => call.standards.publish(held())],
  'standards.discardDraft': [call => call.standards.discardDraft(held())],
  'standards.show': [call => call.standards.show({ ...held(), isPublic: false })],
  'standards.archive': [call => call.standards.archive(held())],
  'ledger.export': [call => call.ledger.export({ id: things.programmeId, unitId: unit('willow') })],
  'field.settle': [call => call.field.settle({ id: things.kept.id, how: 'aside', note: reason })],
  'points.create': [call => call.points.create({ pointType: '农贸市场', name: '外来点位', unitId: unit('willow') })],
  'points.change': [
    (call, home) =>
      call.points.change({
        ...{ id: things.point.id, version: 1, pointType: '农贸市场', name: '改掉的点位', unitId: home.unitId },
      }),
    (call, home) =>
      call.points.change({
        ...{ id: home.pointId, version: 1, pointType: '农贸市场', name: '自己的市场', unitId: unit('willow') },
      }),
  ],
  'points.archive': [call => call.points.archive({ id: things.point.id, version: 1 })],
  'rounds.plan': [
    call => call.rounds.plan({ ...sampled(), unitId: unit('county'), withinUnitIds: [unit('willow')] }),
    (call, home) => call.rounds.plan({ ...sampled(), unitId: home.unitId, withinUnitIds: [unit('willow')] }),
  ],
  'rounds.create': [
    call => call.rounds.create({ ...inspection(), unitId: unit('willow'), withinUnitIds: [unit('willow')] }),
    (call, home) => call.rounds.create({ ...inspection(), unitId: home.unitId, withinUnitIds: [unit('willow')] }),
    (call, home) =>
      call.rounds.create({
        ...{ ...inspection(), unitId: home.unitId, withinUnitIds: [home.unitId] },
        inspectorIds: [home.personId, things.person.id],
      }),
    (call, home) =>
      call.rounds.create({
        ...{ ...inspection(), unitId: home.unitId, withinUnitIds: [home.unitId], inspectorIds: [home.personId] },
        ties: [{ personId: home.personId, unitId: unit('willow'), reason: '外来回避' }],
      }),
  ],
  'rounds.change': [
    (call, home) =>
      call.rounds.change({ ...inspected(), ...inspection(), unitId: home.unitId, withinUnitIds: [home.unitId] }),
  ],
  'rounds.commit': [call => call.rounds.commit(inspected())],
  'rounds.draw': [call => call.rounds.draw(inspected())],
  'rounds.replace': [
    call => call.rounds.replace({ ...inspected(), personId: house.seeded.people.inspector.id, reason }),
  ],
  'rounds.end': [call => call.rounds.end(inspected())],
  'rounds.cancel': [call => call.rounds.cancel({ ...inspected(), reason })],
  ...attemptsOnCases(
    () => house,
    () => things.cases,
  ),
  'channels.add': [
    call => call.channels.add({ kind: 'email', unitId: unit('willow'), address: 'foreign@example.org' }),
  ],
  'channels.change': [call => call.channels.change({ id: things.channel.id, active: false })],
  'channels.test': [call => call.channels.test({ id: things.channel.id })],
  'channels.remove': [call => call.channels.remove({ id: things.channel.id })],
}

/** The calendar is one for a county: its own administrator may, one of a community may not. */
const forTheCountyAlone: Readonly<Record<string, Attempt>> = {
  'calendar.set': call => call.calendar.set({ day: '2026-05-06', kind: 'rest', name: '外来假日' }),
  'calendar.clear': call => call.calendar.clear({ day: '2026-05-06' }),
  'cases.saveCategory': call =>
    call.cases.saveCategory({ ...defined(things.cases.category), name: '外来类别', archived: false }),
}

const unit = (name: keyof TestHouse['seeded']['units']): string => house.seeded.units[name].id
const held = () => ({ id: things.standard.id, version: things.standard.version })
const inspected = () => ({ id: things.round.id, version: things.round.version })
const sampled = () => ({ pointTypes: ['农贸市场'], total: 1, margin: null })
const inspection = () => ({
  ...{ title: '外来检查', kind: 'open' as const, startsOn: '2026-03-02', endsOn: '2026-03-08' },
  ...{ pointTypes: ['农贸市场'], inspectorIds: [] as string[], quotas: {} },
})
const step = () => ({ id: things.task.id, version: things.task.version })
const filed = () => ({ id: house.house.ids.next(), uploadId: null, text: '外来', name: '外来' })

test('every writing operation of the contract is tried here', () => {
  const writing = operationsOf(contract).filter(({ method }) => method !== 'GET')
  const tried = [...Object.keys(attempts), ...Object.keys(forTheCountyAlone), ...onOneselfAlone, answeredApart]
  expect(tried.sort()).toEqual(writing.map(({ name }) => name).sort())
})

test.each(callers)('%s, with every role at home, changes nothing elsewhere by naming its ids', async who => {
  const before = await state()
  const allowed: string[] = []
  for (const [name, calls] of Object.entries(attempts))
    for (const [place, attempt] of calls.entries()) {
      const code = await attempt(house.as(who), own[who]).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      )
      if (code !== 'not-found' && code !== 'not-allowed') allowed.push(`${name} ${place}: ${code}`)
    }
  expect(allowed).toEqual([])
  expect(await state()).toEqual(before)
})

test.each(callers)(
  'what the phone of %s says of things elsewhere is kept whole, and changes nothing there',
  async who => {
    const kept = ({ deliveries: _, audit_entries: __, ...others }: Record<string, string>) => others
    const before = await state()
    // Ids are a county's own: what a finding is called in one is free in another.
    const tried = foreignEntries(house, things, own[who]).filter(
      ([what]) => who === 'hillUnit' || !what.endsWith('as a finding of one’s own'),
    )
    for (const [what, entry] of tried) {
      const { receipts } = await house.as(who).field.deliver({ clockErrorMs: 0, entries: [entry] })
      expect([what, receipts[0]?.outcome]).toEqual([what, 'kept'])
    }
    expect(kept(await state())).toEqual(kept(before))
  },
)

test('nobody delivers under the id of another’s delivery', async () => {
  const before = await state()
  const sent = house.as('hillUnit').field.deliver({ clockErrorMs: 0, entries: [things.kept] })
  await expect(sent).rejects.toMatchObject({ code: 'already-exists' })
  expect(await state()).toEqual(before)
})

test('who administers a community does not change the calendar of the county', async () => {
  const before = await state()
  for (const attempt of Object.values(forTheCountyAlone))
    await expect(attempt(house.as('hillUnit'), own.hillUnit)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await state()).toEqual(before)
})

/** A digest of every table: any change anywhere shows. */
const state = async (): Promise<Record<string, string>> => {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(house.house.db)
  const digests: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ digest: string }>`
      select coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as digest from ${sql.table(name)} t`.execute(
      house.house.db,
    )
    digests[name] = rows[0]?.digest ?? ''
  }
  return digests
}
