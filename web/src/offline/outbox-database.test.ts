import 'fake-indexeddb/auto'
import { readOutbox } from '@luoshi/sync/outbox'
import { StoreFull } from '@luoshi/sync/outbox-store'
import type { Phone } from '@luoshi/sync/phone'
import { keepPhoto } from '@luoshi/sync/send-photos'
import { lookAt, startVisit, type VisitHead } from '@luoshi/sync/write-visit'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { newId } from '../ui/uuid.ts'
import { isFull } from './is-full.ts'
import { dexieStore, type OutboxDatabase, openOutboxDatabase } from './outbox-database.ts'

const phoneOn = (database: OutboxDatabase, personId = newId()): Phone<Blob> => ({
  store: dexieStore(database),
  personId,
  now: Date.now,
  newId,
  chance: () => 0.5,
})

const visit: VisitHead = { id: newId(), roundId: newId(), pointId: newId(), versionId: newId() }
const criterion = newId()

test('what was tapped is there after the page is opened anew', async () => {
  const name = newId()
  const before = openOutboxDatabase(name)
  const phone = phoneOn(before)
  await startVisit(phone, visit)
  await lookAt(phone, visit, criterion, { grade: 'fails', note: '一楼堆纸箱' })
  before.close()

  const after = openOutboxDatabase(name)
  const kept = await after.visits.get(visit.id)
  expect(kept?.visit.observations).toMatchObject([{ criterionId: criterion, grade: 'fails', note: '一楼堆纸箱' }])
  expect(await readOutbox({ ...phone, store: dexieStore(after, 'r') })).toMatchObject({ entries: 1 })
})

test('a step that breaks off in the middle has changed nothing', async () => {
  const database = openOutboxDatabase(newId())
  const phone = phoneOn(database)
  await startVisit(phone, visit)
  const before = await database.clock.toArray()
  const broken = phone.store.transaction(async tables => {
    await tables.drop('visits', visit.id)
    await tables.drop('clock', 'clock')
    throw new Error('the phone dies')
  })
  await expect(broken).rejects.toThrow('the phone dies')
  expect(await database.visits.count()).toBe(1)
  expect(await database.clock.toArray()).toEqual(before)
})

test('steps that overlap do not undo each other', async () => {
  const database = openOutboxDatabase(newId())
  const phone = phoneOn(database)
  const criteria = Array.from({ length: 17 }, newId)
  await Promise.all(criteria.map(each => lookAt(phone, visit, each, { grade: 'conforms' })))
  const kept = await database.visits.get(visit.id)
  expect(new Set(kept?.visit.observations.map(({ criterionId }) => criterionId))).toEqual(new Set(criteria))
  expect(new Set(kept?.visit.observations.map(({ stamp }) => stamp)).size).toBe(criteria.length)
})

test('a photo keeps its bytes, and nobody else sees it', async () => {
  const database = openOutboxDatabase(newId())
  const phone = phoneOn(database)
  const bytes = new Blob([new Uint8Array([1, 2, 3])], { type: 'image/jpeg' })
  const photo = { id: newId(), unitId: newId(), name: '楼道.jpg', mediaType: 'image/jpeg', sha256: '00', takenAt: '' }
  await keepPhoto(phone, photo, bytes)
  expect((await database.pictures.get(photo.id))?.bytes.size).toBe(3)
  expect(await readOutbox(phone)).toMatchObject({ photos: 1, photoBytes: 3 })
  expect(await readOutbox(phoneOn(database))).toMatchObject({ photos: 0 })
})

test('a store without room says so in the words of the outbox, wherever the browser says it', async () => {
  const quota = new DOMException('', 'QuotaExceededError')
  expect(isFull(quota)).toBe(true)
  expect(isFull(new Dexie.AbortError('aborted', quota))).toBe(true)
  expect(isFull(new Dexie.AbortError('aborted'))).toBe(false)
  const { store } = phoneOn(openOutboxDatabase(newId()))
  const full = store.transaction(() => Promise.reject(quota))
  await expect(full).rejects.toBeInstanceOf(StoreFull)
})
