import { contract } from '@luoshi/contract/contract'
import { isWithin } from '@luoshi/rules/unit-path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { asSystem } from '../jobs/as-system.ts'
import { thingsFor } from '../notices/things.ts'
import { operationsOf } from '../openapi/operations-of.testing.ts'
import type { PersonName } from '../seed.testing.ts'
import { furnishRounds, key, type Reached, roundAt, roundWritten, visitMade } from './rounds.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await furnishRounds(house)
  const { people, units } = house.seeded
  // The inspected have an auditor and an administrator of their own too.
  for (const role of ['auditor', 'administrator', 'office', 'leader'] as const)
    await house.as('administrator').people.seat({ id: people.willowUnit.id, unitId: units.willow.id, role })
})
afterAll(() => house.close())

/** The inspected and those beside them; the round is the county's. */
const inspectedSide: readonly PersonName[] = ['willowUnit', 'willowWorker', 'eastOfficer']

/** Everything that can be read without naming a thing, and the pages of the points themselves. */
const everythingRead = async (who: PersonName, more: readonly string[]): Promise<Record<string, string>> => {
  const read: Record<string, string> = {}
  const points = (await house.as('officer').points.list({ limit: 50 })).items
  const lists = operationsOf(contract).filter(({ method, path }) => method === 'GET' && !path.includes('{'))
  const paths = [...lists.map(({ path }) => path), ...points.map(({ id }) => `/points/${id}`), ...more]
  for (const path of paths) {
    const reply = await fetch(`${house.url}/api/v1${path}`, { headers: { cookie: house.cookieOf(who) } })
    const body: unknown = await reply.json()
    // The number of a refused request is its own.
    if (typeof body === 'object' && body !== null && 'instance' in body) read[path] = String(reply.status)
    else read[path] = JSON.stringify(body)
  }
  const { units } = house.seeded
  const recipient = {
    ...{ personId: house.seeded.people[who].id, unitId: null, channels: [] },
    ...{ workUnits: [units.willow.id], officePaths: [units.east.path] },
  }
  read.notices = JSON.stringify(
    await asSystem(house.house, house.seeded.tenantId, context => thingsFor(context, recipient)),
  )
  return read
}

describe('an unannounced round', () => {
  test('changes nothing that the inspected can read, however far it has come, until it is over', async () => {
    const { people } = house.seeded
    const before = new Map<PersonName, Record<string, string>>()
    for (const who of inspectedSide) before.set(who, await everythingRead(who, []))

    const officer = house.as('officer').rounds
    const draft = await officer.create(
      roundWritten(house, {
        kind: 'unannounced',
        title: '四月暗访',
        inspectorIds: [people.inspector.id],
        quotas: { '居民小区 · 东桥街道': 6 },
      }),
    )
    const unchanged = async (step: string) => {
      for (const who of inspectedSide) {
        expect([step, who, await everythingRead(who, [])]).toEqual([step, who, before.get(who)])
        const gone = { code: 'not-found' }
        await expect(house.as(who).rounds.get({ id: draft.id })).rejects.toMatchObject(gone)
        await expect(house.as(who).rounds.results({ id: draft.id })).rejects.toMatchObject(gone)
        await expect(house.as(who).rounds.end(key(draft))).rejects.toMatchObject(gone)
      }
    }
    await unchanged('draft')
    const committed = await officer.commit(key(draft))
    await unchanged('committed')
    const drawn = await officer.draw(key(committed))
    await unchanged('drawn')
    for (const { point } of drawn.drawn) await visitMade(house, drawn, point.id, people.inspector.id, 'fails')
    await unchanged('visited')
    expect((await house.as('inspector').rounds.get({ id: drawn.id })).drawn).toHaveLength(6)
    expect((await house.as('leader').rounds.get({ id: drawn.id })).visited).toBe(6)

    await officer.end(key(drawn))
    const seen = await house.as('willowUnit').rounds.get({ id: drawn.id })
    expect(seen).toMatchObject({ title: '四月暗访', secret: false, state: 'ended' })
    expect(seen.proof?.secret).toHaveLength(43)
    const after = await everythingRead('willowUnit', [])
    expect(after['/rounds']).toContain('四月暗访')
    const [own] = (await house.as('willowUnit').points.list({})).items
    expect(own?.lastVisit).not.toBeNull()
  })

  test('called off before it was drawn is never told; after, it is', async () => {
    const early = await roundAt(house, 'committed', { kind: 'unannounced' })
    const late = await roundAt(house, 'drawn', { kind: 'unannounced' })
    for (const round of [early, late]) await house.as('officer').rounds.cancel({ ...key(round), reason: '另行安排' })
    const known = (await house.as('willowUnit').rounds.list({ state: 'cancelled' })).items.map(({ id }) => id)
    expect([known.includes(early.id), known.includes(late.id)]).toEqual([false, true])
  })

  test('shows an inspector the own points and nothing of the others', async () => {
    const { people } = house.seeded
    const drawn = await roundAt(house, 'drawn', {
      kind: 'unannounced',
      inspectorIds: [people.inspector.id, people.hillWorker.id],
      quotas: { '居民小区 · 东桥街道': 4, '居民小区 · 西渡街道': 4 },
    })
    const own = drawn.drawn.filter(({ inspectors }) => inspectors.some(({ name }) => name === '丘小工'))
    const seen = await house.as('hillWorker').rounds.get({ id: drawn.id })
    expect(own.length).toBeGreaterThan(0)
    expect(seen.drawn.map(({ point }) => point.id)).toEqual(own.map(({ point }) => point.id))
    expect(seen.people.map(({ person }) => person.name)).toEqual(['丘小工'])
    expect(seen).toMatchObject({ strata: [], within: [], pointTypes: [], short: [], ties: [] })
    expect(seen.actions).toEqual(['visit.record'])
  })
})

describe('who knows of which round', () => {
  const kinds = ['open', 'unannounced'] as const
  const states: readonly Reached[] = ['draft', 'committed', 'drawn', 'ended']
  type Made = {
    readonly id: string
    readonly kind: string
    readonly state: Reached
    readonly runner: 'county' | 'east'
  }
  let made: Made[]
  beforeAll(async () => {
    made = []
    const { units, people } = house.seeded
    for (const kind of kinds)
      for (const state of states) {
        const { id } = await roundAt(house, state, { kind })
        made.push({ id, kind, state, runner: 'county' })
        const east = {
          ...{ kind, unitId: units.east.id, withinUnitIds: [units.willow.id], inspectorIds: [people.pondWorker.id] },
          quotas: { '居民小区 · 柳荫社区': 1 },
        }
        const own = await roundAt(house, state, east, 'eastOfficer')
        made.push({ id: own.id, kind, state, runner: 'east' })
      }
  })

  /** Written down apart from the query, person by person. */
  const knows = async (who: PersonName, { id, kind, state, runner }: Made): Promise<boolean> => {
    const seats = await sql<{ role: string; path: string }>`
      select m.role, u.path::text from memberships m join units u on u.id = m.unit_id
      where m.person_id = ${house.seeded.people[who].id}`.execute(house.house.db)
    const { units } = house.seeded
    const { rows: drawn } = await sql`
      select from round_pairs where round_id = ${id} and person_id = ${house.seeded.people[who].id}`.execute(
      house.house.db,
    )
    const inspected = runner === 'east' ? [units.willow] : [units.willow, units.pond, units.hill, units.ferry]
    const runs = seats.rows.some(
      ({ role, path }) => ['office', 'leader', 'auditor'].includes(role) && isWithin(units[runner].path, path),
    )
    const reads = seats.rows.some(
      ({ role, path }) =>
        role !== 'administrator' &&
        (isWithin(units[runner].path, path) || inspected.some(unit => isWithin(unit.path, path))),
    )
    const isTold = state !== 'draft' && (kind === 'open' || state === 'ended')
    return runs || drawn.length > 0 || (isTold && reads)
  }

  const people: readonly PersonName[] = [
    ...(['officer', 'leader', 'auditor', 'inspector', 'administrator', 'eastOfficer', 'eastUnit', 'westUnit'] as const),
    ...(['willowUnit', 'willowWorker', 'pondWorker', 'hillWorker', 'urbanUnit', 'keeperUnit', 'stranger'] as const),
  ]

  test('follows from running it, being drawn for it, or being inspected once it may be told', async () => {
    for (const who of people) {
      const listed = new Set((await house.as(who).rounds.list({ limit: 200 })).items.map(({ id }) => id))
      const expected: string[] = []
      for (const round of made)
        if (await knows(who, round)) expected.push(`${round.runner} ${round.kind} ${round.state}`)
      expect([
        who,
        made.filter(({ id }) => listed.has(id)).map(one => `${one.runner} ${one.kind} ${one.state}`),
      ]).toEqual([who, expected])
    }
  })

  test('is the same in lists, counts, pages and single rounds', async () => {
    const request = fc.record({
      who: fc.constantFrom(...people),
      kind: fc.constantFrom(undefined, ...kinds),
      state: fc.constantFrom(undefined, ...states),
      limit: fc.integer({ min: 1, max: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ who, kind, state, limit }) => {
        const { rounds } = house.as(who)
        const whole = await rounds.list({ kind, state, limit: 200 })
        const paged: string[] = []
        let cursor: string | undefined
        do {
          const page = await rounds.list({ kind, state, limit, cursor })
          expect(page.total).toBe(whole.items.length)
          paged.push(...page.items.map(({ id }) => id))
          cursor = page.next ?? undefined
        } while (cursor)
        expect(paged).toEqual(whole.items.map(({ id }) => id))
        for (const { id } of made) {
          const found = await rounds.get({ id }).then(
            () => true,
            () => false,
          )
          if (kind === undefined && state === undefined) expect(found).toBe(paged.includes(id))
        }
      }),
      { numRuns: 15 },
    )
  })
})
