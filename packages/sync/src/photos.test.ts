import { expect, test } from 'vitest'
import { roughWire, serverModel, type Trouble, testPhone, uuid } from './field-model.testing.ts'
import { plainBytes } from './memory-store.testing.ts'
import { readOutbox, tryAgain } from './outbox.ts'
import { forgetPhoto, keepPhoto, sendPhotos } from './send-photos.ts'

const content = 'abcdefgh'.repeat(100_000)
const photo = (n: number) => ({
  id: uuid(3, n),
  unitId: uuid(8, 1),
  name: '照片.jpg',
  mediaType: 'image/jpeg',
  sha256: String(n).padStart(64, '0'),
  takenAt: '2026-05-06T01:00:00.000Z',
})

const set = (troubles: Trouble[]) => {
  const clock = { ms: Date.parse('2026-05-06T09:00:00+08:00') }
  const server = serverModel(() => clock.ms)
  return { server, phone: testPhone(clock), wire: roughWire(server, troubles) }
}

test('SYNC-20 a photo goes on where it broke off and is sent once', async () => {
  const { phone, server, wire } = set(['none', 'none', 'lost', 'none', 'none', 'answer-lost'])
  await keepPhoto(phone, photo(1), plainBytes(content))
  expect((await sendPhotos(phone, wire)).kind).toBe('wait')
  expect(server.uploads.get(uuid(3, 1))?.content).toHaveLength(256 * 1024)
  expect((await sendPhotos(phone, wire)).kind).toBe('wait')
  expect((await sendPhotos(phone, wire)).kind).toBe('all-sent')
  expect(server.filed.get(uuid(3, 1))?.content).toBe(content)
  const pieces: number[] = []
  const counting = {
    ...wire,
    putPiece: (id: string, offset: number) => {
      pieces.push(offset)
      return wire.putPiece(id, offset, plainBytes(''))
    },
  }
  await sendPhotos(phone, counting)
  expect(pieces).toEqual([])
  expect(await readOutbox(phone)).toMatchObject({ photos: 0, photoBytes: 0 })
})

test('SYNC-20 nothing that the phone has not marked as sent is forgotten, and a photo taken back is', async () => {
  const { phone, server, wire } = set([])
  await keepPhoto(phone, photo(1), plainBytes('一'))
  await keepPhoto(phone, photo(2), plainBytes('二'))
  await forgetPhoto(phone, uuid(3, 1))
  await sendPhotos(phone, wire)
  await forgetPhoto(phone, uuid(3, 2))
  expect([...server.filed.keys()]).toEqual([uuid(3, 2)])
  expect(phone.store.rows('photos').map(({ id }) => id)).toEqual([uuid(3, 2)])
})

test('SYNC-21 a damaged photo is begun again, and one refused holds up nothing', async () => {
  const { phone, server, wire } = set([])
  await keepPhoto(phone, photo(1), plainBytes('一'))
  await keepPhoto(phone, photo(2), plainBytes('二'))
  let finishes = 0
  const refusing: typeof wire = {
    ...wire,
    finishPhoto: async filed => {
      if (filed.id !== uuid(3, 1)) return wire.finishPhoto(filed)
      finishes += 1
      const code = finishes < 3 ? 'upload-damaged' : 'not-allowed'
      return { kind: 'refused', trouble: { code, title: '不行', detail: '' } }
    },
  }
  expect(await sendPhotos(phone, refusing)).toEqual({ kind: 'all-sent' })
  expect(finishes).toBe(3)
  expect([...server.filed.keys()]).toEqual([uuid(3, 2)])
  expect((await readOutbox(phone)).troubledPhotos).toMatchObject([{ id: uuid(3, 1), trouble: { code: 'not-allowed' } }])
  await tryAgain(phone)
  await sendPhotos(phone, wire)
  expect(server.filed.has(uuid(3, 1))).toBe(true)
})
