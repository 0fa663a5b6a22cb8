import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, casesOpen, deliver, type Field, furnishField, seen, visitEntry, visitOf } from '../field/field.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'

let house: TestHouse
let field: Field
let points: readonly string[]
beforeAll(async () => {
  house = await openHouse()
  field = await furnishField(house, 'unannounced')
  points = await field.pointsOf('willow')
  // The second criterion is critical: 一票否决.
  await house.house.db
    .updateTable('criteria')
    .set({ critical: true })
    .where('id', '=', field.criteria[1] ?? '')
    .execute()
})
afterAll(() => house.close())

test('what an unannounced round finds reaches the unit when the round is over, but what is critical at once', async () => {
  const photo = house.house.ids.next()
  const visit = visitOf(house, field, points[0] ?? '', {
    finishedAt: at(9),
    observations: [
      seen(field.criteria[0] ?? '', 'fails', 3, { photos: [photo] }),
      seen(field.criteria[1] ?? '', 'fails', 4),
    ],
  })
  expect(await deliver(house, [visitEntry(house, visit)])).toMatchObject([{ outcome: 'accepted' }])

  const { county, willow } = house.seeded.units
  const states = async () =>
    new Map((await casesOpen(house)).map(({ criterion_id, state, unit_id }) => [criterion_id, [state, unit_id]]))
  expect(await states()).toEqual(
    new Map([
      [field.criteria[0], ['found', county.id]],
      [field.criteria[1], ['assigned', willow.id]],
    ]),
  )
  const unit = house.as('willowUnit')
  expect((await unit.cases.list({ limit: 50 })).items.map(({ severity }) => severity)).toEqual(['serious'])
  expect((await unit.visits.list({ limit: 50 })).items).toEqual([])
  await expect(unit.visits.get({ id: visit.id })).rejects.toMatchObject({ code: 'not-found' })
  expect((await house.as('willowWorker').field.carry({})).points[0]?.last).toEqual([])
  const [audited] = await house.house.db
    .selectFrom('audit_entries')
    .where('subject_id', '=', visit.id)
    .select('unit_path')
    .execute()
  expect(audited?.unit_path).toBe(county.path)

  await house.as('officer').rounds.end({ id: field.round.id, version: field.round.version })
  expect(await house.runJobs()).toContain('tell-inspected')
  expect(await states()).toEqual(new Map(field.criteria.map(id => [id, ['assigned', willow.id]])))
  expect((await unit.visits.list({ limit: 50 })).items.map(({ id }) => id)).toEqual([visit.id])
  const awaited = await house.house.db.selectFrom('photos_awaited').select(['evidence_id', 'unit_id']).execute()
  expect(awaited).toEqual([{ evidence_id: photo, unit_id: willow.id }])
})
