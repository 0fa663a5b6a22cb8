import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { sealRecord } from '../seals/seal-record.ts'
import { verifyRecord } from '../seals/verify-record.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** A photo as a phone's camera writes it: where it was taken, when, and with what. */
const fromCamera = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#556677' } })
    .withExif({
      IFD0: { Make: 'Pocket Camera' },
      IFD2: { DateTimeOriginal: '2027:03:05 10:00:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '30/1 15/1 1234/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 9/1 5678/100',
      },
    })
    .jpeg()
    .toBuffer()

const fetched = async (path: string | null): Promise<Buffer> => {
  const reply = await fetch(`${house.url}${path}`, { headers: { cookie: house.cookieOf('eastOfficer') } })
  expect([path, reply.status]).toEqual([path, 200])
  return Buffer.from(await reply.arrayBuffer())
}

test('where a photo was taken goes out in no size of it, and stays with what was filed, whole and sealed', async () => {
  const bytes = await fromCamera()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const id = randomUUID()
  const worker = house.as('pondWorker').evidence
  await worker.start({ id, name: '楼道.jpg', bytes: bytes.length, mediaType: 'image/jpeg', sha256 })
  await fetch(`${house.url}/api/v1/uploads/${id}?offset=0`, {
    method: 'PUT',
    headers: { cookie: house.cookieOf('pondWorker'), 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  })
  const unitId = house.seeded.units.pond.id
  const filed = await worker.finish({ id, unitId, uploadId: id, text: null, name: '', serves: [] })

  expect((await sharp(bytes).metadata()).exif?.includes('Pocket Camera')).toBe(true)
  for (const path of [filed.url, filed.thumbnailUrl]) {
    const out = await fetched(path)
    expect((await sharp(out).metadata()).exif).toBeUndefined()
    for (const trace of ['Exif', 'GPS', 'Pocket Camera', '2027:03:05'])
      expect([trace, out.includes(trace)]).toEqual([trace, false])
  }

  const { tenantId } = house.seeded
  expect(Buffer.from(await house.house.files.bytes(tenantId, sha256)).equals(bytes)).toBe(true)
  const { items } = await house.as('auditor').audit.list({ action: 'evidence.add' })
  expect(items[0]?.content).toMatchObject({ sha256 })
  await sealRecord(house.house, { tenantId })
  expect((await verifyRecord(house.house, tenantId)).breaches).toEqual([])
})
