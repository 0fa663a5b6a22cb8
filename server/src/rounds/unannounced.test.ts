import type { RoundDetail } from '@luoshi/contract/rounds'
import { isWithin } from '@luoshi/rules/unit-path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closed, found } from '../cases/cases.testing.ts'
import { at, deliver, heldTo, seen, stampAt, visitEntry, visitOf } from '../field/field.testing.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { readyPlan } from '../plans/plan.testing.ts'
import type { PersonName } from '../seed.testing.ts'
import {
  type Known,
  knownNow,
  noticesFor,
  type Replies,
  readingRequests,
  replies,
  sinceThen,
} from './everything-read.testing.ts'
import { furnishRounds, key, type Reached, roundAt, roundWritten } from './rounds.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  await furnishRounds(house)
  const { people, units } = house.seeded
  // The inspected have an auditor and an administrator of their own too.
  for (const role of ['auditor', 'administrator', 'office', 'leader'] as const)
    await house.as('administrator').people.seat({ id: people.willowUnit.id, unitId: units.willow.id, role })
  await house.as('administrator').people.seat({ id: people.eastUnit.id, unitId: units.east.id, role: 'auditor' })
})
afterAll(() => house.close())

/** The inspected – a worker, a manager with every seat there is, the street's office and its auditor; the round is the county's. */
const inspectedSide: readonly PersonName[] = ['willowWorker', 'willowUnit', 'eastOfficer', 'eastUnit']

/** What they can read by name, besides every list. */
const theirs = async (): Promise<Known> => {
  const { units, people } = house.seeded
  const all = await knownNow(house)
  const few = new Map([...all].map(([name, ids]) => [name, ids.slice(-2)]))
  return new Map([
    ...few,
    ['units', [units.willow.id, units.county.id]],
    ['people', [people.inspector.id, people.willowWorker.id]],
    ['points', points],
    ['cases', all.get('cases') ?? []],
  ])
}

const words = ['四月', '杜察', '楼道']

/** Thousands of requests, on a machine that may be busy. */
const patient = 300_000

/** Which requests are answered otherwise than before, by whom. */
const changedSince = async (before: ReadonlyMap<PersonName, Replies>): Promise<readonly string[]> => {
  const changed: string[] = []
  for (const [who, then] of before)
    for (const [request, reply] of await read(who, [...then.keys()]))
      if (reply !== then.get(request)) changed.push(`${who} ${request}`)
  return changed
}

const noticesAsked = 'notices'

const read = async (who: PersonName, requests: readonly string[]): Promise<Replies> => {
  const asked = requests.filter(request => request !== noticesAsked)
  return new Map([...(await replies(house, who, asked)), [noticesAsked, await noticesFor(house, who)]])
}

const readByAll = async (requests: readonly string[]): Promise<ReadonlyMap<PersonName, Replies>> => {
  const all = new Map<PersonName, Replies>()
  for (const who of inspectedSide) all.set(who, await read(who, requests))
  return all
}

/** What is new on record must not even be said to exist: the answer is that to an id that was never given. */
const tellsApart = async (fresh: Known): Promise<readonly string[]> => {
  const told: string[] = []
  const never = (ids: readonly string[]): ReadonlyMap<string, string> =>
    new Map(ids.map(id => [id, house.house.ids.next()]))
  const unknown = never([...fresh.values()].flat())
  const named = await readingRequests(fresh, [])
  const requests = named.filter(request => [...unknown.keys()].some(id => request.includes(id)))
  for (const who of inspectedSide) {
    const answers = await replies(house, who, requests)
    for (const [request, reply] of answers) {
      const id = [...unknown.keys()].find(one => request.includes(one)) ?? ''
      const other = request.replaceAll(id, unknown.get(id) ?? '')
      const nothing = (await replies(house, who, [other])).get(other)
      if (reply.replaceAll(id, '…') !== nothing?.replaceAll(unknown.get(id) ?? '', '…')) told.push(`${who} ${request}`)
    }
  }
  return told
}

let points: readonly string[]
let standing: { readonly criteria: readonly string[]; readonly versionId: string }

/** The inspector's words on a point of the round, delivered as the phone delivers them. */
const inspect = async (
  round: RoundDetail,
  pointId: string,
  grades: readonly ('conforms' | 'fails')[],
  minute: number,
) => {
  const photo = house.house.ids.next()
  const visit = visitOf(house, { round, versionId: standing.versionId }, pointId, {
    finishedAt: at(minute),
    noteStamp: stampAt(minute),
    observations: grades.map((grade, place) =>
      seen(standing.criteria[place] ?? '', grade, minute, { photos: grade === 'fails' ? [photo] : [] }),
    ),
  })
  expect(await deliver(house, [visitEntry(house, visit)])).toMatchObject([{ outcome: 'accepted' }])
  await house.as('inspector').evidence.finish({
    ...{ id: photo, unitId: house.seeded.units.county.id, uploadId: null, text: '所见', name: '所见', serves: [] },
  })
}

/** A case of the unit's of a criterion at one of its points, found by others before. */
const caseAt = async (place: number, criterion: number): Promise<string> => {
  const of = { pointId: points[place] ?? '', criterionId: standing.criteria[criterion] ?? '' }
  return (await found(house, { id: house.house.ids.next(), ...of })).id
}

/** A programme with work for the unit, and with indicators that are read from visits and cases. */
const programmeAtWork = async (): Promise<string> => {
  const { planId } = await readyPlan(house)
  const { programmeId } = await house.as('officer').plans.publish({ id: planId })
  await house.runJobs()
  const indicators = await house.as('officer').indicators.list({ id: programmeId })
  for (const [place, { id }] of indicators.entries())
    await house.as('officer').indicators.source({ id, source: { measure: place === 0 ? 'conforming' : 'closed' } })
  expect(indicators.length).toBeGreaterThan(1)
  return programmeId
}

describe('an unannounced round', () => {
  let round: RoundDetail
  let earlier: Readonly<Record<'open' | 'closed' | 'openCritical' | 'closedCritical', string>>
  let known: Known
  let before: ReadonlyMap<PersonName, Replies>
  let programmeId: string
  const shown = (id: string) => house.as('willowUnit').cases.get({ id })
  const life = async (id: string) => (await shown(id)).events.map(({ kind, who }) => [kind, who?.name ?? null])

  beforeAll(async () => {
    standing = await heldTo(house)
    points = await (await heldTo(house)).pointsOf('willow')
    await house.house.db
      .updateTable('criteria')
      .set({ critical: true, evidence: JSON.stringify([{ name: '消防通道巡查记录', kind: 'record', months: null }]) })
      .where('id', '=', standing.criteria[1] ?? '')
      .execute()
    programmeId = await programmeAtWork()
    house.setClock(at(0))
    earlier = {
      ...{ open: await caseAt(0, 0), closed: await caseAt(1, 0) },
      ...{ openCritical: await caseAt(2, 1), closedCritical: await caseAt(1, 1) },
    }
    for (const id of [earlier.closed, earlier.closedCritical])
      await closed(house, await house.as('officer').cases.get({ id }))
    house.setClock(at(60))
    known = await knownNow(house)
    const requests = await readingRequests(await theirs(), words)
    // Whoever reads a review is seen by the others to read it.
    await readByAll(requests.filter(request => request.includes('/review')))
    before = await readByAll(requests)
  }, patient)

  test(
    'changes nothing that the inspected can read, however far it has come',
    async () => {
      const officer = house.as('officer').rounds
      const draft = await officer.create(
        roundWritten(house, {
          kind: 'unannounced',
          title: '四月暗访',
          programmeId,
          inspectorIds: [house.seeded.people.inspector.id],
          quotas: { '居民小区 · 东桥街道': 6 },
        }),
      )
      const committed = await officer.commit(key(draft))
      round = await officer.draw(key(committed))
      // What is open already, what was closed, and what is new.
      for (const { point } of round.drawn) await inspect(round, point.id, ['fails', 'conforms'], 10)
      expect(await changedSince(before)).toEqual([])
      expect(await tellsApart(sinceThen(await knownNow(house), known))).toEqual([])
    },
    patient,
  )

  test('is seen by its office as it goes, and by the inspector', async () => {
    expect((await house.as('inspector').rounds.get({ id: round.id })).drawn).toHaveLength(6)
    const seen = await house.as('leader').rounds.get({ id: round.id })
    expect(seen).toMatchObject({ visited: 6, failing: 6 })
    expect(seen.drawn.every(({ visit }) => visit?.fails === 1)).toBe(true)
  })

  test('leaves what others find at the same place as if nobody had been there', async () => {
    const own = visitOf(house, { round: null, versionId: standing.versionId }, points[2] ?? '', {
      finishedAt: at(20),
      observations: [seen(standing.criteria[0] ?? '', 'fails', 20)],
    })
    const total = async () => (await house.as('willowWorker').cases.list({ open: true })).total
    const open = (await total()) ?? 0
    expect(await deliver(house, [visitEntry(house, own)], 'willowWorker')).toMatchObject([{ outcome: 'accepted' }])
    expect(await total()).toBe(open + 1)
  })

  test(
    'hands over what cannot wait, and tells neither who saw it, nor when, nor that anybody went there',
    async () => {
      const ids = async () => (await house.as('willowUnit').cases.list({ limit: 50 })).items.map(({ id }) => id)
      const had = new Set(await ids())
      const lists = [...(before.get('willowUnit')?.keys() ?? [])].filter(
        request => !/[?&](?!limit|month|days|by|measure)/.test(request),
      )
      const then = await readByAll(lists)
      for (const pointId of points) await inspect(round, pointId, ['fails', 'fails'], 30)

      const told = await readByAll(lists)
      const secrets = [...(await idsOf(round)), '四月暗访', at(30), at(30).slice(0, 19)]
      for (const who of inspectedSide)
        for (const [request, reply] of told.get(who) ?? []) {
          if (reply === then.get(who)?.get(request)) continue
          expect(request).toMatch(
            /^(\/(cases|points|burden|results\/cases|today|audit|exports\/audit|programmes|field\/carried)\b|notices$)/,
          )
          expect([request, secrets.filter(secret => reply.includes(secret))]).toEqual([request, []])
          const names = (text = '') => text.split('杜察').length
          expect([request, names(reply)]).toEqual([request, names(then.get(who)?.get(request))])
          const derived = (text = '') =>
            new Set(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g))
          expect([...derived(reply).difference(derived(then.get(who)?.get(request)))]).toEqual([])
        }
      const [handed = '', ...others] = (await ids()).filter(id => !had.has(id))
      expect(others).toEqual([])
      expect(await shown(handed)).toMatchObject({
        ...{ origin: 'hand', state: 'assigned', severity: 'serious', title: '消防通道畅通', point: { id: points[0] } },
        ...{ foundBy: null, visitId: null, foundAt: at(60), before: [], files: [], thumbnailUrl: null },
      })
      expect(await life(handed)).toEqual([['open', null]])
      expect((await life(earlier.closedCritical)).at(-1)).toEqual(['relapse', null])
      expect(await life(earlier.openCritical)).toEqual([['open', '杜察']])
    },
    patient,
  )

  test('is told when it is over: who was where, and what failed as a case of its unit', async () => {
    await house.as('officer').rounds.end(key(await house.as('officer').rounds.get({ id: round.id })))
    expect(await house.runJobs()).toContain('tell-inspected')
    const unit = house.as('willowUnit')
    const seen = await unit.rounds.get({ id: round.id })
    expect(seen).toMatchObject({ title: '四月暗访', secret: false, state: 'ended' })
    expect(seen.proof?.secret).toHaveLength(43)
    expect((await unit.visits.list({ roundId: round.id })).total).toBe(3)
    expect((await unit.points.list({})).items.every(({ lastVisit }) => lastVisit !== null)).toBe(true)

    expect(await life(earlier.open)).toEqual([
      ['open', '杜察'],
      ['seen-again', '杜察'],
    ])
    expect(await shown(earlier.closed)).toMatchObject({ state: 'assigned', relapses: 1 })
    expect((await life(earlier.closed)).at(-1)).toEqual(['relapse', '杜察'])
    expect((await life(earlier.openCritical)).at(-1)).toEqual(['seen-again', '杜察'])
    expect(await shown(earlier.closedCritical)).toMatchObject({ state: 'assigned', relapses: 1 })
    expect((await life(earlier.closedCritical)).slice(-2)).toEqual([
      ['relapse', null],
      ['told', '杜察'],
    ])
    const [handed] = (await unit.cases.list({ pointId: points[0], limit: 50 })).items.filter(
      ({ severity }) => severity === 'serious',
    )
    const detail = await shown(handed?.id ?? '')
    expect(detail).toMatchObject({ origin: 'visit', foundBy: { name: '杜察' }, foundAt: at(30) })
    expect((await unit.visits.get({ id: detail.visitId ?? '' })).point.id).toBe(points[0])
    expect(detail.before).toHaveLength(1)
  })
})

/** Everything that has a name of its own in a round. */
const idsOf = async ({ id }: RoundDetail): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select v.id from visits v where v.round_id = ${id}
    union all select o.id from observations o join visits v on v.id = o.visit_id where v.round_id = ${id}
    union all select unnest(o.photos) from observations o join visits v on v.id = o.visit_id where v.round_id = ${id}`.execute(
    house.house.db,
  )
  return [id, ...rows.map(row => row.id)]
}

describe('an unannounced round that is called off', () => {
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
