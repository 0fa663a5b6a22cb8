import { expect, test } from 'vitest'
import { mostEntries, sealBatch } from './batch.ts'
import { roughWire, serverModel, type TestPhone, type Trouble, testPhone, uuid } from './field-model.testing.ts'
import { Died, plainBytes } from './memory-store.testing.ts'
import { putOutOfSight, readOutbox, sendAll, tryAgain } from './outbox.ts'
import { keepPhoto } from './send-photos.ts'
import { takeCarried } from './take-carried.ts'
import { waitBefore } from './wait-before.ts'
import { writeEntry } from './write-entry.ts'
import { dropUntouched, finishVisit, lookAt, noteVisit, startVisit, type VisitHead } from './write-visit.ts'

const start = Date.parse('2026-05-06T09:00:00+08:00')
const head = (n: number): VisitHead => ({
  id: uuid(4, n),
  roundId: uuid(5, 1),
  pointId: uuid(6, n),
  versionId: uuid(7, 1),
})
const criterion = (n: number): string => uuid(2, n)

const set = (troubles: Trouble[] = []) => {
  const clock = { ms: start }
  const server = serverModel(() => clock.ms)
  return { clock, server, phone: testPhone(clock), wire: roughWire(server, troubles) }
}

const finding = (phone: TestPhone, text: string) =>
  writeEntry(phone, at => ({
    kind: 'finding',
    finding: {
      id: phone.newId(),
      text,
      categoryId: null,
      severity: null,
      pointId: null,
      place: '',
      position: null,
      unitId: null,
      foundAt: at,
      photos: [],
    },
  }))

const texts = (phone: TestPhone): readonly string[] =>
  phone.store.rows('entries').flatMap(({ entry }) => (entry.kind === 'finding' ? [entry.finding.text] : []))

test('SYNC-7 note and photo taken before the grade go with the grade', async () => {
  const { phone, server, wire } = set()
  await startVisit(phone, head(1))
  await lookAt(phone, head(1), criterion(1), { note: '门口堆物', addPhotos: [uuid(3, 1), uuid(3, 2)] })
  await lookAt(phone, head(1), criterion(1), { dropPhotos: [uuid(3, 2)] })
  expect(phone.store.rows('visits')[0]?.visit.observations).toEqual([])
  await lookAt(phone, head(1), criterion(1), { grade: 'fails' })
  await sendAll(phone, wire)
  expect(server.visits.get(uuid(4, 1))?.observations).toMatchObject([
    { grade: 'fails', note: '门口堆物', photos: [uuid(3, 1)] },
  ])
  expect(phone.store.rows('visits')[0]?.drafts).toEqual({})
})

test('SYNC-8 a visit begun later on another phone wipes out no note', async () => {
  const { phone, clock, server, wire } = set()
  await noteVisit(phone, head(1), '北门进不去')
  await sendAll(phone, wire)
  clock.ms += 60_000
  const other = testPhone(clock)
  await startVisit(other, head(1))
  await startVisit(other, head(1))
  await sendAll(other, wire)
  expect(server.visits.get(uuid(4, 1))).toMatchObject({ note: '北门进不去', startedAt: new Date(start).toISOString() })
  await startVisit(other, head(1))
  expect((await readOutbox(other)).entries).toBe(0)
})

test('SYNC-25 a visit in which nothing was recorded is told to nobody and leaves no trace', async () => {
  const { phone, server, wire } = set()
  await startVisit(phone, head(1))
  await sendAll(phone, wire)
  expect(phone.store.rows('entries')).toEqual([])
  expect(server.visits.size).toBe(0)
  await dropUntouched(phone, new Set())
  expect(phone.store.rows('visits')).toEqual([])
})

test('SYNC-25 a visit in which anything was recorded, or is being written, is never dropped', async () => {
  const { phone } = set()
  const held = [
    () => lookAt(phone, head(1), criterion(1), { grade: 'conforms' }),
    () => lookAt(phone, head(2), criterion(1), { note: '门口堆物' }),
    () => lookAt(phone, head(3), criterion(1), { addPhotos: [uuid(3, 1)] }),
    () => noteVisit(phone, head(4), '北门进不去').then(() => noteVisit(phone, head(4), '')),
    () => finishVisit(phone, head(5)),
  ]
  for (const n of [1, 2, 3, 4, 5, 6, 7]) await startVisit(phone, head(n))
  for (const write of held) await write()
  await lookAt(phone, head(7), criterion(1), { addPhotos: [uuid(3, 2)] })
  await lookAt(phone, head(7), criterion(1), { dropPhotos: [uuid(3, 2)] })
  const other = { ...phone, personId: uuid(9, 9) }
  await startVisit(other, head(8))
  await dropUntouched(phone, new Set([uuid(4, 6)]))
  expect(phone.store.rows('visits').map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 8].map(n => uuid(4, n)))
})

test('SYNC-9 a phone that dies while writing has all that was answered, and nothing half', async () => {
  for (let step = 1; step < 40; step++) {
    const { phone } = set()
    await lookAt(phone, head(1), criterion(1), { grade: 'fails' })
    phone.store.diesAfter = step
    const second = lookAt(phone, head(1), criterion(2), { grade: 'mostly' })
    const answered = await second.then(
      () => true,
      error => {
        expect(error).toBeInstanceOf(Died)
        return false
      },
    )
    const [visit] = phone.store.rows('visits')
    const [entry] = phone.store.rows('entries')
    expect(visit?.visit.observations).toHaveLength(answered ? 2 : 1)
    expect(entry?.entry.kind === 'visit' && entry.entry.visit.observations).toEqual(visit?.visit.observations)
  }
})

test('SYNC-10 taps before the first sending are one entry; after it another one is begun', async () => {
  const { phone } = set()
  await startVisit(phone, head(1))
  for (let n = 1; n <= 17; n++) await lookAt(phone, head(1), criterion(n), { grade: 'conforms' })
  expect(phone.store.rows('entries')).toHaveLength(1)
  const [sealed] = await sealBatch(phone)
  await finishVisit(phone, head(1))
  await lookAt(phone, head(1), criterion(3), { grade: 'fails' })
  const entries = phone.store.rows('entries')
  expect(entries).toHaveLength(2)
  expect(entries[0]?.entry).toEqual(sealed?.entry)
  expect(entries[1]?.entry).toMatchObject({ visit: { observations: [{ criterionId: criterion(3), grade: 'fails' }] } })
})

test('SYNC-11 a batch is the oldest hundred, and no more than a megabyte', async () => {
  const { phone } = set()
  for (let n = 0; n < 130; n++) await finding(phone, `第${n}处`)
  const batch = await sealBatch(phone)
  expect(batch).toHaveLength(mostEntries)
  expect(batch.map(({ ordinal }) => ordinal)).toEqual([...batch.keys()].map(n => n + 1))

  const { phone: heavy } = set()
  for (let n = 0; n < 200; n++)
    await lookAt(heavy, head(n % 4), criterion(n), { grade: 'fails', note: '堆'.repeat(2000) })
  for (;;) {
    const next = await sealBatch(heavy)
    if (next.length === 0) break
    expect(Buffer.byteLength(JSON.stringify(next.map(({ entry }) => entry)))).toBeLessThan(1_100_000)
    for (const { id } of next) await heavy.store.transaction(tables => tables.drop('entries', id))
  }
})

test('SYNC-12 an entry without a receipt is sent again as it was, and goes by accepted and already alike', async () => {
  const { phone, server, wire } = set(['answer-lost'])
  await finding(phone, '井盖松动')
  await sendAll(phone, wire)
  expect(server.taken.size).toBe(1)
  const [kept] = phone.store.rows('entries')
  expect(server.taken.get(kept?.id ?? '')).toEqual(kept?.entry)
  expect(await sendAll(phone, wire)).toEqual({ kind: 'all-sent' })
  expect(server.taken.size).toBe(1)
  expect(phone.store.rows('entries')).toEqual([])
})

test('SYNC-12 an answer without receipts is no receipt', async () => {
  const { phone, wire } = set()
  await finding(phone, '井盖松动')
  const silent: typeof wire = {
    ...wire,
    deliver: async () => ({ kind: 'answer', value: { now: '2026-05-06T01:00:00Z', receipts: [] } }),
  }
  expect((await sendAll(phone, silent)).kind).toBe('wait')
  expect(texts(phone)).toEqual(['井盖松动'])
})

test('SYNC-13 what the server kept stays visible with its reason, can be asked about, and is put out of sight by its writer', async () => {
  const { phone, server, wire } = set()
  const written = await finding(phone, '不在辖区')
  const id = written.ok ? written.value : ''
  server.keep.set(id, '不在您的辖区')
  expect(await sendAll(phone, wire)).toEqual({ kind: 'all-sent' })
  expect((await readOutbox(phone)).troubled).toMatchObject([{ id, trouble: { title: '不在您的辖区' } }])
  await tryAgain(phone)
  await sendAll(phone, wire)
  expect((await readOutbox(phone)).troubled).toHaveLength(1)
  await putOutOfSight(phone, id)
  expect((await readOutbox(phone)).troubled).toEqual([])
  server.keep.clear()
})

test('SYNC-14 what is refused outright stays whole with the reason, and holds up nothing', async () => {
  const { phone, server, wire } = set(['refused', 'refused', 'none'])
  await finding(phone, '一')
  await finding(phone, '二')
  await finding(phone, '三')
  expect(await sendAll(phone, wire)).toEqual({ kind: 'all-sent' })
  const { troubled } = await readOutbox(phone)
  expect(troubled).toMatchObject([
    { phase: 'refused', trouble: { title: '不合格式' }, entry: { finding: { text: '一' } } },
  ])
  expect(server.taken.size).toBe(2)
  await putOutOfSight(phone, troubled[0]?.id ?? '')
  expect(texts(phone)).toEqual(['一'])
})

test('SYNC-15 a batch too large is halved, and what it held arrives whole', async () => {
  const { phone, server, wire } = set(['too-large', 'none', 'too-large'])
  await finding(phone, '一')
  for (let n = 1; n <= 5; n++) await lookAt(phone, head(1), criterion(n), { grade: 'fails' })
  await finishVisit(phone, head(1))
  expect(await sendAll(phone, wire)).toEqual({ kind: 'all-sent' })
  expect(server.visits.get(uuid(4, 1))).toEqual(phone.store.rows('visits')[0]?.visit)
  expect(phone.store.rows('entries')).toEqual([])
})

test('SYNC-15 a visit alone too large becomes two entries', async () => {
  const { phone, server, wire } = set(['too-large'])
  for (let n = 1; n <= 5; n++) await lookAt(phone, head(1), criterion(n), { grade: 'fails' })
  await sendAll(phone, wire)
  expect(server.taken.size).toBe(2)
  expect(server.visits.get(uuid(4, 1))?.observations).toHaveLength(5)
})

test('SYNC-16 an expired sign-in stops sending and keeps everything', async () => {
  const { phone, server, wire } = set(['signed-out'])
  await finding(phone, '一')
  await keepPhoto(phone, photo(1), plainBytes('像'))
  expect(await sendAll(phone, wire)).toEqual({ kind: 'signed-out' })
  expect(await readOutbox(phone)).toMatchObject({ entries: 1, photos: 1 })
  expect(await sendAll(phone, wire)).toEqual({ kind: 'all-sent' })
  expect(server.taken.size).toBe(1)
})

test('SYNC-17 another person on the same phone neither sends nor sees it', async () => {
  const { phone, clock, server, wire } = set()
  await finding(phone, '甲写的')
  await keepPhoto(phone, photo(1), plainBytes('像'))
  const other = testPhone(clock, uuid(9, 2), phone.store)
  await finding(other, '乙写的')
  expect(await readOutbox(other)).toMatchObject({ entries: 1, photos: 0 })
  await sendAll(other, wire)
  expect([...server.taken.values()].map(entry => entry.kind === 'finding' && entry.finding.text)).toEqual(['乙写的'])
  expect(server.filed.size).toBe(0)
  expect(await readOutbox(phone)).toMatchObject({ entries: 1, photos: 1 })
})

test('SYNC-18 each failure makes the wait longer, not shorter than asked, and an answer ends it', async () => {
  const { phone, wire } = set(['lost', 'lost', 'busy', 'none', 'lost'])
  await finding(phone, '一')
  const waits = [await sendAll(phone, wire), await sendAll(phone, wire), await sendAll(phone, wire)]
  expect(waits).toEqual([
    { kind: 'wait', ms: 1500 },
    { kind: 'wait', ms: 3000 },
    { kind: 'wait', ms: 60_000 },
  ])
  await sendAll(phone, wire)
  await finding(phone, '二')
  expect(await sendAll(phone, wire)).toEqual({ kind: 'wait', ms: 1500 })
  expect(texts(phone)).toEqual(['二'])
  expect(waitBefore(60, 1)).toBe(300_000)
  expect(waitBefore(60, 0)).toBe(150_000)
})

const photo = (n: number) => ({
  id: uuid(3, n),
  unitId: uuid(8, 1),
  name: '照片.jpg',
  mediaType: 'image/jpeg',
  sha256: String(n).padStart(64, '0'),
  takenAt: '2026-05-06T01:00:00.000Z',
})

test('SYNC-19 a full store says so and loses nothing; pictures that the server has go first', async () => {
  const { phone, wire } = set()
  await keepPhoto(phone, photo(1), plainBytes('像'.repeat(5000)))
  await sendAll(phone, wire)
  await keepPhoto(phone, photo(2), plainBytes('像'.repeat(5000)))
  await finding(phone, '一')
  phone.store.room = 11_800
  expect((await finding(phone, '二'.repeat(1500))).ok).toBe(true)
  expect(phone.store.rows('pictures').map(({ id }) => id)).toEqual([uuid(3, 2)])
  phone.store.room = 1000
  expect(await finding(phone, '三')).toEqual({ ok: false, refusal: 'store-full' })
  expect(texts(phone)).toEqual(['一', '二'.repeat(1500)])
  expect(await readOutbox(phone)).toMatchObject({ entries: 2, photos: 1 })
})

test('SYNC-19 a store that takes no word more goes on sending, and what the server has makes room', async () => {
  const { phone, server, wire } = set()
  const size = (): number =>
    [...phone.store.rows('pictures')].reduce((sum, { bytes }) => sum + bytes.size, 0) +
    (['clock', 'visits', 'entries', 'photos'] as const).reduce(
      (sum, table) => sum + phone.store.rows(table).reduce<number>((all, row) => all + JSON.stringify(row).length, 0),
      0,
    )
  await keepPhoto(phone, photo(1), plainBytes('像'.repeat(5000)))
  await keepPhoto(phone, photo(2), plainBytes('像'.repeat(5000)))
  await finding(phone, '一')
  phone.store.quota = size()
  expect(await finding(phone, '二')).toEqual({ ok: false, refusal: 'store-full' })
  const away = { ...wire, startPhoto: () => Promise.resolve({ kind: 'unreachable' as const }) }
  expect((await sendAll(phone, away)).kind).toBe('wait')
  expect(await readOutbox(phone)).toMatchObject({ entries: 1, photos: 2 })
  expect((await sendAll(phone, wire)).kind).toBe('all-sent')
  expect([...server.filed.keys()]).toEqual([uuid(3, 1), uuid(3, 2)])
  expect(await readOutbox(phone)).toMatchObject({ entries: 0, photos: 0 })
  expect((await finding(phone, '二')).ok).toBe(true)
})

test('SYNC-22 a phone set up anew goes on where the old one stopped', async () => {
  const { phone, clock, server, wire } = set()
  await lookAt(phone, head(1), criterion(1), { grade: 'fails', note: '堆物' })
  await lookAt(phone, head(1), criterion(2), { grade: 'conforms' })
  await sendAll(phone, wire)
  const anew = testPhone({ ms: clock.ms - 3 * 86_400_000 })
  await takeCarried(anew, {
    now: new Date(clock.ms).toISOString(),
    visits: [...server.visits.values()],
    askedMs: anew.now(),
  })
  expect(anew.store.rows('visits').map(({ visit }) => visit)).toEqual([...server.visits.values()])
  await lookAt(anew, head(1), criterion(1), { grade: 'conforms', note: '已清' })
  await sendAll(anew, wire)
  expect(server.visits.get(uuid(4, 1))?.observations).toMatchObject([{ note: '已清' }, { grade: 'conforms' }])
})

test('SYNC-22 a visit long finished is forgotten, unless something of it is not sent', async () => {
  const { phone, clock, wire } = set()
  await finishVisit(phone, head(1))
  await sendAll(phone, wire)
  await finishVisit(phone, head(2))
  await startVisit(phone, head(3))
  const carried = { now: new Date(clock.ms).toISOString(), visits: [], askedMs: clock.ms }
  await takeCarried(phone, carried)
  expect(phone.store.rows('visits').map(({ id }) => id)).toEqual([uuid(4, 2), uuid(4, 3)])
})
