import type { EntryWritten } from '@luoshi/contract/field'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  roughWire,
  type ServerModel,
  serverModel,
  type TestPhone,
  type Trouble,
  testPhone,
  uuid,
} from './field-model.testing.ts'
import { Died } from './memory-store.testing.ts'
import { sendAll, tryAgain } from './outbox.ts'
import { takeCarried } from './take-carried.ts'
import { mergeVisits, settled, type VisitState } from './visit-state.ts'
import type { Delivery } from './wire.ts'
import { finishVisit, lookAt, noteVisit, startVisit, type VisitHead } from './write-visit.ts'

const start = Date.parse('2026-05-06T09:00:00+08:00')
const day = 86_400_000
const grades = ['conforms', 'mostly', 'fails', 'not-applicable'] as const
const head = (n: number): VisitHead => ({
  id: uuid(4, n),
  roundId: uuid(5, 1),
  pointId: uuid(6, n),
  versionId: uuid(7, 1),
})

const trouble = fc.constantFrom<Trouble>(
  'none',
  'none',
  'lost',
  'answer-lost',
  'twice',
  'busy',
  'signed-out',
  'too-large',
  'late',
)
const step = fc.record({
  device: fc.nat(1),
  visit: fc.nat(1),
  criterion: fc.nat(2),
  what: fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('look' as const), grade: fc.nat(3) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('photo' as const, 'unphoto' as const), photo: fc.nat(3) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom('note' as const, 'finish' as const, 'start' as const) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('send' as const), troubles: fc.array(trouble, { maxLength: 4 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('late' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('carry' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('clock' as const), days: fc.integer({ min: -9, max: 9 }) }) },
  ),
  /** After how many steps of the store the phone dies in this one; most often not. */
  dies: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 14 }) }),
  pass: fc.nat(3_600_000),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

type World = {
  readonly server: ServerModel
  readonly devices: readonly { readonly phone: TestPhone; readonly clock: { ms: number } }[]
  readonly written: Map<string, EntryWritten>
  readonly late: Delivery[]
  now: number
}

const act = async (world: World, { device, visit, criterion, what, pass }: Step): Promise<void> => {
  world.now += pass
  for (const { clock } of world.devices) clock.ms += pass
  const { phone, clock } = world.devices[device] as World['devices'][number] // two of them
  const at = head(visit)
  switch (what.kind) {
    case 'look':
      return void (await lookAt(phone, at, uuid(2, criterion), { grade: grades[what.grade] ?? 'fails' }))
    case 'photo':
      return void (await lookAt(phone, at, uuid(2, criterion), { addPhotos: [uuid(3, what.photo)] }))
    case 'unphoto':
      return void (await lookAt(phone, at, uuid(2, criterion), { dropPhotos: [uuid(3, what.photo)] }))
    case 'note':
      return void (await noteVisit(phone, at, `第${pass}次`))
    case 'finish':
      return void (await finishVisit(phone, at))
    case 'start':
      return void (await startVisit(phone, at))
    case 'send': {
      const wire = roughWire(world.server, [...what.troubles])
      await sendAll(phone, wire).finally(() => world.late.push(...wire.late))
      return
    }
    case 'late':
      return void world.late.reverse().forEach(world.server.deliver)
    case 'carry':
      return void (await takeCarried(phone, {
        now: new Date(world.now).toISOString(),
        visits: [...world.server.visits.values()],
        askedMs: clock.ms,
      }))
    case 'clock':
      clock.ms += what.days * day
  }
}

/** What has ever stood in an outbox was written, if only for a moment. */
const remember = ({ devices, written }: World): void => {
  for (const { phone } of devices) for (const { id, entry } of phone.store.rows('entries')) written.set(id, entry)
}

const noneIsLost = ({ server, devices, written }: World): void => {
  for (const id of server.acknowledged) expect(server.taken.has(id)).toBe(true)
  const onPhones = new Set(devices.flatMap(({ phone }) => phone.store.rows('entries').map(({ id }) => id)))
  for (const [id, entry] of written) {
    // Told in two, it is on the phone or the server under other ids: held by the end state below.
    if (entry.kind === 'visit' && entry.visit.observations.length > 1) continue
    expect(onPhones.has(id) || server.taken.has(id)).toBe(true)
  }
}

const live = async (skew: readonly number[], steps: readonly Step[]): Promise<World> => {
  const world: World = {
    server: serverModel(() => world.now),
    devices: [0, 1].map(n => {
      const clock = { ms: start + (skew[n] ?? 0) }
      return { clock, phone: testPhone(clock) }
    }),
    written: new Map(),
    late: [],
    now: start,
  }
  for (const next of steps) {
    const { phone } = world.devices[next.device] as World['devices'][number] // two of them
    phone.store.diesAfter = next.dies === 0 ? Number.POSITIVE_INFINITY : next.dies
    await act(world, next).catch(error => {
      if (!(error instanceof Died)) throw error
    })
    phone.store.diesAfter = Number.POSITIVE_INFINITY
    remember(world)
    noneIsLost(world)
  }
  return world
}

const settle = async (world: World): Promise<void> => {
  for (const { phone } of world.devices) {
    await tryAgain(phone)
    await sendAll(phone, roughWire(world.server, []))
  }
  world.late.forEach(world.server.deliver)
  for (const { phone, clock } of world.devices)
    await takeCarried(phone, {
      now: new Date(world.now).toISOString(),
      visits: [...world.server.visits.values()],
      askedMs: clock.ms,
    })
}

const skews = fc.tuple(fc.integer({ min: -9 * day, max: 9 * day }), fc.integer({ min: -9 * day, max: 9 * day }))

test('SYNC-23 whatever is lost, repeated, late or cut off, server and phones end with the same visits', async () => {
  await fc.assert(
    fc.asyncProperty(skews, fc.array(step, { maxLength: 40 }), async (skew, steps) => {
      const world = await live(skew, steps)
      await settle(world)
      for (const { phone } of world.devices) {
        expect(phone.store.rows('entries')).toEqual([])
        const held = new Map(phone.store.rows('visits').map(({ id, visit }) => [id, visit]))
        for (const [id, visit] of world.server.visits) expect(held.get(id)).toEqual(visit)
      }
      for (const [id, visit] of world.server.visits)
        expect(visit).toEqual(lastWords([...world.server.taken.values()].toReversed(), id))
    }),
    { numRuns: 300 },
  )
}, 120_000)

/** Told again from what was written, in another order. */
const lastWords = (entries: readonly EntryWritten[], id: string): VisitState | undefined => {
  const said = entries.flatMap(entry => (entry.kind === 'visit' && entry.visit.id === id ? [entry.visit] : []))
  const merged = said.reduce<VisitState | undefined>(
    (whole, next) => (whole ? mergeVisits(whole, next) : settled(next)),
    undefined,
  )
  for (const observation of merged?.observations ?? []) {
    const words = said.flatMap(visit =>
      visit.observations.filter(({ criterionId }) => criterionId === observation.criterionId),
    )
    expect(observation.stamp).toBe(
      words
        .map(({ stamp }) => stamp)
        .sort()
        .at(-1),
    )
  }
  return merged
}

test('SYNC-24 nothing acknowledged is lost, and nothing leaves a phone that was not acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(skews, fc.array(step, { maxLength: 40 }), async (skew, steps) => {
      const world = await live(skew, steps)
      const { server, devices } = world
      const known = new Map<string, VisitState>()
      const add = (visit: VisitState) => known.set(visit.id, mergeVisits(known.get(visit.id) ?? visit, visit))
      server.visits.forEach(add)
      for (const { phone } of devices)
        for (const { entry } of phone.store.rows('entries')) if (entry.kind === 'visit') add(entry.visit)
      // What a phone shows as written is in the server's hands or still in its own outbox.
      for (const { phone } of devices)
        for (const { visit } of phone.store.rows('visits'))
          for (const seen of visit.observations) {
            const found = known.get(visit.id)?.observations.find(({ criterionId }) => criterionId === seen.criterionId)
            expect((found?.stamp ?? '') >= seen.stamp).toBe(true)
          }
    }),
    { numRuns: 200 },
  )
}, 120_000)
