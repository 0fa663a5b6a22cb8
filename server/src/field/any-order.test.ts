import type { EntryWritten } from '@luoshi/contract/field'
import { mergeVisits, settled } from '@luoshi/sync/visit-state'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import {
  at,
  casesOpen,
  deliver,
  type Field,
  furnishField,
  phoneA,
  phoneB,
  recorded,
  seen,
  stampAt,
  uuid,
  type VisitState,
  visitEntry,
  visitOf,
} from './field.testing.ts'

let house: TestHouse
let field: Field
let points: readonly string[]
beforeAll(async () => {
  house = await openHouse()
  field = await furnishField(house)
  points = await field.pointsOf('willow')
})
afterAll(() => house.close())

/** One thing said of a visit, at one of two phones, at a moment of its own. */
const word = fc.record({
  visit: fc.nat(2),
  criterion: fc.nat(1),
  grade: fc.constantFrom('conforms', 'mostly', 'fails', 'not-applicable'),
  device: fc.constantFrom(phoneA, phoneB),
  minute: fc.nat(30),
  photo: fc.nat(3),
  says: fc.constantFrom('grade', 'grade', 'note', 'finish', 'drop'),
})
type Word = typeof word extends fc.Arbitrary<infer W> ? W : never

const said = ({ visit, criterion, grade, device, minute, photo, says }: Word, count: number): VisitState => {
  const stamp = stampAt(minute, device, count)
  const photos = grade === 'fails' ? [uuid(3, photo)] : []
  const known = seen(field.criteria[criterion] ?? '', grade as 'fails', minute, { stamp, photos }) // one of the grades
  const dropped = { ...known, photos: [], photosDropped: [uuid(3, photo)] }
  return visitOf(house, field, points[visit] ?? '', {
    startedAt: at(minute),
    ...(says === 'note' && { note: `第${count}次`, noteStamp: stamp }),
    ...(says === 'finish' && { finishedAt: at(minute + 1) }),
    ...((says === 'grade' || says === 'drop') && { observations: [says === 'grade' ? known : dropped] }),
  })
}

/** The words in some order, some of them twice, in batches of some sizes. */
type Sending = {
  readonly order: readonly number[]
  readonly again: readonly number[]
  readonly sizes: readonly number[]
}

const sendingOf = (words: number): fc.Arbitrary<Sending> =>
  fc.record({
    order: fc.shuffledSubarray([...Array(words).keys()], { minLength: words, maxLength: words }),
    again: fc.array(fc.nat(words - 1), { maxLength: 4 }),
    sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: words + 4, maxLength: words + 4 }),
  })

const lives = fc
  .array(word, { minLength: 1, maxLength: 14 })
  .chain(words =>
    fc.record({ words: fc.constant(words), one: sendingOf(words.length), other: sendingOf(words.length) }),
  )

const forget = async (): Promise<void> => {
  for (const table of ['photos_awaited', 'case_events', 'cases', 'observations', 'visits', 'deliveries'])
    await sql`delete from ${sql.table(table)}`.execute(house.house.db)
}

const send = async (entries: readonly EntryWritten[], { order, again, sizes }: Sending) => {
  await forget()
  const queue = [...order, ...again].flatMap(n => entries[n] ?? [])
  for (const size of sizes) {
    const batch = queue.splice(0, size)
    if (batch.length === 0) break
    const receipts = await deliver(house, batch)
    expect(receipts.every(({ outcome }) => outcome !== 'kept')).toBe(true)
  }
  const cases = await casesOpen(house)
  const awaited = await house.house.db
    .selectFrom('photos_awaited')
    .orderBy('subject_id')
    .orderBy('evidence_id')
    .select(['evidence_id', 'subject_id', 'unit_id'])
    .execute()
  return {
    ...(await recorded(house)),
    awaited,
    cases: cases.map(({ point_id, criterion_id }) => [point_id, criterion_id]),
  }
}

test('in whatever order, however split and repeated visits of two phones arrive, the record ends the same', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async ({ words, one, other }) => {
      const entries = words.map((next, count) => visitEntry(house, said(next, count), next.device))
      const first = await send(entries, one)
      expect(await send(entries, other)).toEqual(first)

      const merged = new Map<string, VisitState>()
      for (const entry of entries) {
        if (entry.kind !== 'visit') continue
        const known = merged.get(entry.visit.id)
        merged.set(entry.visit.id, known ? mergeVisits(known, entry.visit) : settled(entry.visit))
      }
      expect(first.visits.map(({ id }) => id)).toEqual([...merged.keys()].sort())
      for (const visit of first.visits) {
        const { finishedAt = null, note, observations = [] } = merged.get(visit.id) ?? {}
        expect([visit.finished_at?.toISOString() ?? null, visit.note]).toEqual([finishedAt, note])
        const kept = first.observations.filter(({ visit_id }) => visit_id === visit.id)
        expect(new Map(kept.map(row => [row.criterion_id, [row.grade, row.stamp, row.photos]]))).toEqual(
          new Map(observations.map(row => [row.criterionId, [row.grade, row.stamp, row.photos]])),
        )
        const failing = observations.filter(({ grade }) => grade === 'fails').map(({ criterionId }) => criterionId)
        const open = first.cases.filter(([pointId]) => pointId === visit.point_id).map(([, criterionId]) => criterionId)
        expect(open.sort()).toEqual(finishedAt === null ? [] : failing.sort())
      }
    }),
    { numRuns: 25 },
  )
}, 300_000)

test('two phones that deliver at the same moment lose nothing', async () => {
  await forget()
  const visits = points.flatMap((_, visit) =>
    [0, 1].flatMap(criterion =>
      [phoneA, phoneB].map((device, n) =>
        visitEntry(
          house,
          said({ visit, criterion, grade: 'fails', device, minute: n, photo: 1, says: 'grade' }, criterion),
          device,
        ),
      ),
    ),
  )
  const halves = [visits.filter((_, n) => n % 2 === 0), visits.filter((_, n) => n % 2 === 1).reverse()]
  const sent = await Promise.all(halves.map(half => deliver(house, half)))
  expect(sent.flat().map(({ outcome }) => outcome)).toEqual(visits.map(() => 'accepted'))
  const { observations } = await recorded(house)
  expect(observations).toHaveLength(points.length * 2)
  expect(observations.every(({ stamp }) => stamp.endsWith(phoneB))).toBe(true)
})
