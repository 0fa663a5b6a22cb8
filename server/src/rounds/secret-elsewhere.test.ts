import { afterAll, beforeAll, expect, test } from 'vitest'
import { closed, found } from '../cases/cases.testing.ts'
import type { Context, Signed } from '../context.ts'
import { lookAtPictures } from '../evidence/look-at-pictures.ts'
import { at, deliver, type Field, furnishField, seen, visitEntry, visitOf } from '../field/field.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { asSystem } from '../jobs/as-system.ts'
import { attachPicture } from '../sample/attach-picture.ts'
import { drawCasePictures, usedAgain } from '../sample/draw-case-pictures.ts'
import type { Picture } from '../sample/pictures.ts'
import type { PersonName } from '../seed.testing.ts'
import { key, roundAt } from './rounds.testing.ts'

let house: TestHouse
let field: Field
let points: readonly string[]
beforeAll(async () => {
  house = await openHouse()
  field = await furnishField(house, 'unannounced')
  points = await field.pointsOf('willow')
  const { people, units } = house.seeded
  await house.as('administrator').people.seat({ id: people.eastUnit.id, unitId: units.east.id, role: 'inspector' })
})
afterAll(() => house.close())

const notFound = { code: 'not-found' }

const attach = (
  who: 'inspector' | 'willowWorker',
  picture: Picture,
  subject: { kind: 'case' | 'observation'; id: string },
) =>
  asSystem(house.house, house.seeded.tenantId, (context: Context) => {
    const unit = house.seeded.units[who === 'inspector' ? 'county' : 'willow']
    const seat = {
      unitId: unit.id,
      unitPath: unit.path,
      unitKind: who === 'inspector' ? 'county' : 'community',
    } as const
    const memberships = [{ ...seat, role: who === 'inspector' ? ('inspector' as const) : ('worker' as const) }]
    const actor: Signed = { ...context.actor, personId: house.seeded.people[who].id, memberships, via: 'desk' }
    return attachPicture({ ...context, actor }, picture, unit.id, subject)
  })

/** The inspector has been at the first point of the secret round; the observation of the first criterion. */
const observed = async (): Promise<string> => {
  const visit = visitOf(house, field, points[0] ?? '', {
    finishedAt: at(9),
    observations: [seen(field.criteria[0] ?? '', 'fails', 3)],
  })
  await deliver(house, [visitEntry(house, visit)])
  const { observations } = await house.as('inspector').visits.get({ id: visit.id })
  return observations[0]?.id ?? ''
}

test('nothing can be filed for what was seen in secret, which is not said to exist', async () => {
  const observation = await observed()
  const filed = (kind: 'observation' | 'visit', id: string) =>
    house.as('willowWorker').evidence.finish({
      ...{
        id: house.house.ids.next(),
        unitId: house.seeded.units.willow.id,
        uploadId: null,
        text: '说明',
        name: '说明',
      },
      serves: [{ kind, id }],
    })
  const [visit] = (await house.as('inspector').visits.list({ mine: true })).items
  await expect(filed('observation', observation)).rejects.toMatchObject(notFound)
  await expect(filed('visit', visit?.id ?? '')).rejects.toMatchObject(notFound)
})

test('a picture taken in secret is not told to be like another but to who runs the round', async () => {
  const [picture] = await drawCasePictures(1)
  if (!picture) throw new Error('One was drawn')
  await attach('inspector', picture.after, { kind: 'observation', id: await observed() })
  const one = await found(house, {
    id: house.house.ids.next(),
    pointId: points[1] ?? '',
    criterionId: field.criteria[0] ?? '',
  })
  const { version } = await house.as('willowWorker').cases.get({ id: one.id })
  const evidenceId = await attach('willowWorker', await usedAgain(picture.after), { kind: 'case', id: one.id })
  await house.as('willowWorker').cases.submit({ id: one.id, version, evidenceIds: [evidenceId] })
  await lookAtPictures(house.house, { tenantId: house.seeded.tenantId })
  const alike = async (who: PersonName) => (await house.as(who).cases.get({ id: one.id })).likenesses.length
  expect([await alike('officer'), await alike('eastUnit')]).toEqual([1, 0])
  await house.as('officer').rounds.end(key(await house.as('officer').rounds.get({ id: field.round.id })))
  expect(await alike('eastUnit')).toBe(1)
})

test('what a phone could not get taken in a secret round is settled by who runs the round, not by an office it may inspect', async () => {
  const { people, units } = house.seeded
  const round = await roundAt(house, 'drawn', {
    ...{ kind: 'unannounced', title: '西片暗访', inspectorIds: [people.pondWorker.id], withinUnitIds: [units.west.id] },
    quotas: { '居民小区 · 小丘社区': 1, '居民小区 · 渡口社区': 1 },
  })
  const [drawn] = round.drawn
  const unfit = visitOf(house, { round, versionId: house.house.ids.next() }, drawn?.point.id ?? '', {}, 'pondWorker')
  const entry = visitEntry(house, unfit)
  expect(await deliver(house, [entry], 'pondWorker')).toMatchObject([{ outcome: 'kept' }])
  const kept = async (who: PersonName) => (await house.as(who).field.kept({})).items.map(({ id }) => id)
  expect(await kept('eastOfficer')).toEqual([])
  expect(await kept('officer')).toEqual([entry.id])
  expect((await house.as('pondWorker').field.kept({ mine: true })).items.map(({ id }) => id)).toEqual([entry.id])
  const aside = { id: entry.id, how: 'aside', note: '重复记录' } as const
  await expect(house.as('eastOfficer').field.settle(aside)).rejects.toMatchObject(notFound)
  await house.as('officer').rounds.end(key(round))
  expect(await kept('eastOfficer')).toEqual([entry.id])
  await house.as('eastOfficer').field.settle(aside)
})

test('what was mended and closed before it is told does not come back by being told', async () => {
  const round = await roundAt(house, 'drawn', {
    ...{ kind: 'unannounced', title: '再次暗访', inspectorIds: [house.seeded.people.inspector.id] },
    quotas: { '居民小区 · 东桥街道': 6 },
  })
  const place = { pointId: points[2] ?? '', criterionId: field.criteria[0] ?? '' }
  const open = await found(house, { id: house.house.ids.next(), ...place, foundAt: new Date(at(1)) })
  const visit = visitOf(house, { round, versionId: field.versionId }, place.pointId, {
    finishedAt: at(9),
    observations: [seen(place.criterionId, 'fails', 3)],
  })
  await deliver(house, [visitEntry(house, visit)])
  await closed(house, await house.as('officer').cases.get({ id: open.id }))
  await house.as('officer').rounds.end(key(round))
  await house.runJobs()
  expect(await house.as('willowUnit').cases.get({ id: open.id })).toMatchObject({ state: 'closed', relapses: 0 })
  expect((await house.as('willowUnit').cases.list({ pointId: place.pointId, limit: 50 })).total).toBe(1)
})
