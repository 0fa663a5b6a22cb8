import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from './client.testing.ts'
import { furnish } from './foreign-ids.testing.ts'
import { openHouse, type TestHouse } from './house.testing.ts'
import type { PersonName, UnitName } from './seed.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await furnish(house)
})
afterAll(() => house.close())

/** People of distinct scopes, and the units each may see work of. */
const scopes: Partial<Record<PersonName, readonly UnitName[]>> = {
  officer: [
    'county',
    'office',
    'urban',
    'health',
    'east',
    'west',
    'willow',
    'pond',
    'hill',
    'ferry',
    'garden',
    'terrace',
    'keeper',
  ],
  eastUnit: ['east', 'willow', 'pond', 'garden', 'terrace', 'keeper'],
  westUnit: ['west', 'hill', 'ferry'],
  willowWorker: ['willow', 'garden', 'keeper'],
  pondWorker: ['pond', 'terrace'],
  hillWorker: ['hill'],
  ferryWorker: ['ferry'],
  urbanUnit: ['urban'],
  keeperUnit: ['keeper'],
  stranger: ['other', 'otherTown'],
}
const who = Object.keys(scopes) as PersonName[]

/** What a person may be shown, and the units it came from. */
const lists: Readonly<
  Record<string, (client: Client, limit: number) => Promise<readonly { readonly unit: { readonly id: string } }[]>>
> = {
  units: async client => (await client.units.list({})).map(unit => ({ unit })),
  people: async (client, limit) =>
    (await client.people.list({ limit })).items.flatMap(({ memberships }) => memberships.slice(0, 1)),
  assignments: async (client, limit) => (await client.assignments.list({ limit })).items,
  occurrences: async (client, limit) => (await client.duties.occurrences({ limit })).items,
  evidence: async (client, limit) => (await client.evidence.list({ limit })).items,
  today: async client => {
    const { late, today, soon, waiting } = await client.today.get()
    return [...late, ...today, ...soon, ...waiting].map(line =>
      line.kind === 'assignment' ? line.assignment : line.occurrence,
    )
  },
}

test('many people of distinct scopes asking at once never see a row of another', async () => {
  const request = fc.record({
    person: fc.constantFrom(...who),
    list: fc.constantFrom(...Object.keys(lists)),
    limit: fc.integer({ min: 1, max: 200 }),
  })
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 20, maxLength: 40 }), async requests => {
      const answers = await Promise.all(
        requests.map(async ({ person, list, limit }) => ({
          person,
          list,
          rows: await lists[list]?.(house.as(person), limit),
        })),
      )
      for (const { person, list, rows = [] } of answers) {
        if (rows.length > 0) seen.add(`${person} ${list}`)
        const allowed = new Set(scopes[person]?.map(name => house.seeded.units[name].id))
        expect(rows.filter(({ unit }) => !allowed.has(unit.id))).toEqual([])
      }
    }),
    { numRuns: 25 },
  )
  // The property says something only if rows were there to be shown.
  expect(seen.size).toBeGreaterThan(20)
})

test('a right taken away in the middle of a session is gone on the next request', async () => {
  const { id } = house.seeded.people.ferryWorker
  const worker = house.as('ferryWorker')
  const [first] = (await worker.assignments.list({})).items
  const { memberships } = defined((await house.as('administrator').people.list({ q: 'ferryworker' })).items[0])
  await house.as('administrator').people.unseat({ id, membershipId: memberships[0]?.id ?? '' })
  expect((await worker.assignments.list({})).total).toBe(0)
  await expect(worker.assignments.accept({ id: first?.id ?? '', version: first?.version ?? 0 })).rejects.toMatchObject({
    code: 'not-found',
  })
  await house.as('administrator').people.seat({ id, unitId: house.seeded.units.ferry.id, role: 'worker' })
  expect((await worker.assignments.list({})).total).toBeGreaterThan(0)
})

const defined = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('Nobody was found')
  return value
}
