import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { coveredCopy } from './covered-copy.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Fine black and white stripes, as a plate's signs would be; with what a camera writes. */
const striped = async (): Promise<Buffer> => {
  const stripes = Array.from({ length: 100 }, (_, index) => `<rect x="${index * 8}" width="4" height="600"/>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#fff"/>${stripes}</svg>`
  return sharp(Buffer.from(svg))
    .withExif({ IFD0: { Make: 'Secret Camera' } })
    .jpeg({ quality: 95 })
    .toBuffer()
}

/** How much neighbouring pixels of a part differ: high where stripes are, next to nothing where they are gone. */
const contrastIn = async (picture: Uint8Array, left: number): Promise<number> => {
  const { data } = await sharp(picture)
    .extract({ left, top: 200, width: 80, height: 80 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const steps = [...data].slice(1).map((value, index) => Math.abs(value - (data[index] ?? 0)))
  return steps.reduce((sum, step) => sum + step, 0) / steps.length
}

test('what is covered is gone from the copy, and the rest of it is as it was', async () => {
  const picture = await striped()
  const copy = await coveredCopy(picture, [{ x: 0.5, y: 0.25, width: 0.25, height: 0.4 }])
  expect(await contrastIn(picture, 440)).toBeGreaterThan(40)
  expect(await contrastIn(copy, 440)).toBeLessThan(3)
  expect(await contrastIn(copy, 100)).toBeGreaterThan(40)
  // No sharpening brings back what is not there: all that is left are a few flat squares.
  const { data } = await sharp(copy)
    .extract({ left: 410, top: 160, width: 180, height: 220 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(Math.max(...data) - Math.min(...data)).toBeLessThan(30)
})

test('an area over the edge is cut at the edge, and one pixel is enough', async () => {
  const copy = await coveredCopy(await striped(), [
    { x: 0.95, y: 0.95, width: 1, height: 1 },
    { x: 0, y: 0, width: 0, height: 0 },
  ])
  expect(await sharp(copy).metadata()).toMatchObject({ width: 800, height: 600, format: 'jpeg' })
})

test('the copy is a file of its own, without traces; the picture stays as it was filed', async () => {
  const bytes = await striped()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const worker = house.as('willowWorker').evidence
  const [uploadId, id] = [randomUUID(), randomUUID()]
  await worker.start({ id: uploadId, name: '现场.jpg', bytes: bytes.length, mediaType: 'image/jpeg', sha256 })
  await fetch(`${house.url}/api/v1/uploads/${uploadId}?offset=0`, {
    method: 'PUT',
    headers: { cookie: house.cookieOf('willowWorker'), 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  const unitId = house.seeded.units.willow.id
  await worker.finish({ id, unitId, uploadId, text: null, name: '现场.jpg', serves: [] })
  const office = house.as('officer').evidence
  expect(await office.covered({ id })).toBeNull()
  const areas = [{ x: 0.5, y: 0.25, width: 0.25, height: 0.4 }]
  const covered = await office.cover({ id, areas })
  expect(covered).toMatchObject({ areas, coveredBy: { name: '陈办' } })
  const reply = await fetch(`${house.url}${covered.url}`, { headers: { cookie: house.cookieOf('willowUnit') } })
  const copy = Buffer.from(await reply.arrayBuffer())
  expect(copy.includes('Secret Camera')).toBe(false)
  expect((await sharp(copy).metadata()).exif).toBeUndefined()
  expect(await contrastIn(copy, 440)).toBeLessThan(3)
  expect(Buffer.from(await house.house.files.bytes(house.seeded.tenantId, sha256)).equals(bytes)).toBe(true)
  await expect(house.as('pondUnit').evidence.covered({ id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(house.as('auditor').evidence.cover({ id, areas })).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await fetch(`${house.url}${covered.url}`, { headers: { cookie: house.cookieOf('pondUnit') } })).status).toBe(
    404,
  )
})
