import { roles } from '@luoshi/rules/role'
import { furnishCases } from './foreign-cases.testing.ts'
import { furnishVisits } from './foreign-visits.testing.ts'
import type { TestHouse } from './house.testing.ts'
import { workbook } from './imports/workbook.testing.ts'
import { importText, readyPlan, samplePlan } from './plans/plan.testing.ts'

/** Things of 澄溪县, none of them within a hill community or another county. */
export type Things = Awaited<ReturnType<typeof furnish>>

/** A county at work: a programme with work in every state that a step asks for, and a plan under review. */
export const furnish = async (house: TestHouse) => {
  const { planId: published } = await readyPlan(house)
  const { programmeId } = await house.as('officer').plans.publish({ id: published })
  await house.runJobs()
  const { planId } = await importText(house, samplePlan.replace('楼道环境', '背街小巷'))
  const review = await house.as('officer').review.get({ id: planId })
  const programme = (await house.as('officer').programmes.list({})).items.find(({ id }) => id === programmeId)
  const [indicator] = await house.as('officer').indicators.list({ id: programmeId })
  const { items } = await house.as('willowWorker').assignments.list({ limit: 50 })
  const [task, other] = items
  const occurrences = await house.as('willowWorker').duties.occurrences({ limit: 5 })
  const evidence = await fileText(house)
  const { person } = await house.as('administrator').people.create({
    name: '别处人',
    account: 'someone.else',
    memberships: [{ unitId: house.seeded.units.willow.id, role: 'worker' }],
  })
  const accepted = await house
    .as('willowUnit')
    .assignments.accept({ id: other?.id ?? '', version: other?.version ?? 0 })
  const asked = await house.as('willowUnit').assignments.askExtension({
    id: accepted.id,
    version: accepted.version,
    until: '2026-12-20',
    reason: '遇到连续降雨',
  })
  const points = await furnishPoints(house)
  const round = await furnishRound(house)
  return {
    ...{ programmeId, planId, published, person, asked, evidence, round },
    cases: await furnishCases(house),
    ...points,
    ...(await furnishVisits(house, round)),
    programme: defined(programme),
    indicator: defined(indicator),
    task: defined(task),
    occurrence: defined(occurrences.items[0]),
    item: defined(review.items[0]),
    party: defined(review.items.flatMap(({ parties }) => parties)[0]),
    diagnosticId: review.diagnostics[0]?.id ?? house.house.ids.next(),
    channel: await house.as('officer').channels.add({
      kind: 'email',
      unitId: house.seeded.units.willow.id,
      address: 'willow@example.org',
    }),
    importId: (await house.as('administrator').imports.preview({ file: await workbook([]) })).id,
    sessionId: defined((await house.as('officer').session.list())[0]).id,
    keyId: (await house.as('administrator').keys.create({ name: '对接', scopes: ['*:read'] })).key.id,
  }
}

const fileText = (house: TestHouse) =>
  house.as('willowWorker').evidence.finish({
    id: house.house.ids.next(),
    unitId: house.seeded.units.willow.id,
    uploadId: null,
    text: '已清理',
    name: '说明',
    serves: [],
  })

/** A standard with a published version and a draft, kept by the county, and a point of a community. */
const furnishPoints = async (house: TestHouse) => {
  const { county, willow } = house.seeded.units
  const office = house.as('officer')
  const made = await office.standards.create({
    ...{ unitId: county.id, title: '农贸市场标准', pointType: '农贸市场', ready: 'market' },
  })
  const published = await office.standards.publish({ id: made.id, version: made.version })
  const { title, pointType, content } = published
  const standard = await office.standards.save({ id: made.id, version: published.version, title, pointType, content })
  const point = await office.points.create({ pointType: '农贸市场', name: '柳荫市场', unitId: willow.id })
  return { standard, point }
}

export const defined = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('The fixture lacks something')
  return value
}

/** A round of the county, drawn, over the one point of a community. */
const furnishRound = async (house: TestHouse) => {
  const { rounds } = house.as('officer')
  const { county, willow } = house.seeded.units
  const draft = await rounds.create({
    ...{ title: '农贸市场抽查', kind: 'open', unitId: county.id, startsOn: '2026-03-02', endsOn: '2026-03-08' },
    ...{ pointTypes: ['农贸市场'], withinUnitIds: [willow.id], inspectorIds: [house.seeded.people.inspector.id] },
    quotas: { '农贸市场 · 柳荫社区': 1 },
  })
  const committed = await rounds.commit({ id: draft.id, version: draft.version })
  return rounds.draw({ id: committed.id, version: committed.version })
}

/** Somebody with every role there is, so that only the scope can be what refuses. */
export const seatInEveryRole = async (house: TestHouse): Promise<void> => {
  const { hillUnit, strangerAdministrator } = house.seeded.people
  const { hill, other } = house.seeded.units
  for (const role of roles) {
    await house.as('administrator').people.seat({ id: hillUnit.id, unitId: hill.id, role })
    await house.as('strangerAdministrator').people.seat({ id: strangerAdministrator.id, unitId: other.id, role })
  }
}
