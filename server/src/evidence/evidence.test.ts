import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTenant } from '../db/in-tenant.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { readyPlan } from '../plans/plan.testing.ts'
import { sealRecord } from '../seals/seal-record.ts'
import { verifyRecord } from '../seals/verify-record.ts'
import type { PersonName } from '../seed.testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
  const { planId } = await readyPlan(house)
  await house.as('officer').plans.publish({ id: planId })
  await house.runJobs()
})
afterAll(() => house.close())

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const send = async (who: PersonName, id: string, offset: number, bytes: Uint8Array) => {
  const reply = await fetch(`${house.url}/api/v1/uploads/${id}?offset=${offset}`, {
    method: 'PUT',
    headers: { cookie: house.cookieOf(who), 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  })
  return { status: reply.status, body: await reply.json() }
}

const start = async (who: PersonName, bytes: Uint8Array, name = '现场.jpg') => {
  const id = randomUUID()
  const announced = { id, name, bytes: bytes.length, mediaType: 'image/jpeg', sha256: sha256(bytes) }
  return { id, announced, answer: await house.as(who).evidence.start(announced) }
}

/** A picture that says where and with what it was taken. */
const photo = () =>
  sharp({ create: { width: 640, height: 400, channels: 3, background: '#8899aa' } })
    .withExif({ IFD0: { Make: 'Secret Camera', Artist: '张三' }, IFD3: { GPSLatitude: '30/1 15/1 0/1' } })
    .jpeg()
    .toBuffer()

const owed = async (who: PersonName) => {
  const { items } = await house.as(who).assignments.list({})
  return items
}

test('an upload that was cut off is taken up where it broke off, and a piece sent twice does no harm', async () => {
  const bytes = await photo()
  const { id, announced, answer } = await start('willowWorker', bytes)
  expect(answer).toMatchObject({ received: 0, already: false })
  expect((await send('willowWorker', id, 0, bytes.subarray(0, 1000))).body).toEqual({ received: 1000 })
  expect(await house.as('willowWorker').evidence.start(announced)).toMatchObject({ received: 1000 })
  expect((await send('willowWorker', id, 5000, bytes.subarray(5000))).body).toMatchObject({
    code: 'upload-out-of-step',
  })
  await send('willowWorker', id, 500, bytes.subarray(500, 1500))
  expect((await send('willowWorker', id, 1500, bytes.subarray(1500))).body).toEqual({ received: bytes.length })

  const filed = await house.as('willowWorker').evidence.finish({
    id: randomUUID(),
    unitId: house.seeded.units.willow.id,
    uploadId: id,
    text: null,
    name: '',
    serves: [],
  })
  expect(filed).toMatchObject({ kind: 'photo', mediaType: 'image/jpeg', name: '现场.jpg', bytes: bytes.length })
})

test('damaged bytes are refused, and can be sent again', async () => {
  const bytes = Buffer.from(`整改说明 ${randomUUID()}`)
  const { id } = await start('willowWorker', bytes, '说明.txt')
  const damaged = Buffer.from(bytes)
  damaged.writeUInt8(0x41, 2)
  await send('willowWorker', id, 0, damaged)
  const finish = {
    id: randomUUID(),
    unitId: house.seeded.units.willow.id,
    uploadId: id,
    text: null,
    name: '',
    serves: [],
  }
  await expect(house.as('willowWorker').evidence.finish(finish)).rejects.toMatchObject({ code: 'upload-damaged' })
  await send('willowWorker', id, 0, bytes)
  expect(await house.as('willowWorker').evidence.finish(finish)).toMatchObject({ kind: 'file', name: '说明.txt' })
})

test('an upload that is not whole is not filed, and more than was announced is not taken', async () => {
  const bytes = Buffer.from('一二三四五六七八九十')
  const { id } = await start('willowWorker', bytes)
  await send('willowWorker', id, 0, bytes.subarray(0, 6))
  const finish = {
    id: randomUUID(),
    unitId: house.seeded.units.willow.id,
    uploadId: id,
    text: null,
    name: '',
    serves: [],
  }
  await expect(house.as('willowWorker').evidence.finish(finish)).rejects.toMatchObject({ code: 'upload-out-of-step' })
  expect((await send('willowWorker', id, 0, Buffer.alloc(5000))).body).toMatchObject({ code: 'too-large' })
})

test("an upload is its starter's alone", async () => {
  const { id } = await start('willowWorker', Buffer.from('谁的'))
  expect((await send('pondWorker', id, 0, Buffer.from('谁的'))).body).toMatchObject({ code: 'not-found' })
})

test('what somebody has sent before need not be sent again', async () => {
  const bytes = Buffer.from(`同一份材料 ${randomUUID()}`)
  const first = await start('willowWorker', bytes)
  await send('willowWorker', first.id, 0, bytes)
  const unitId = house.seeded.units.willow.id
  const finish = { unitId, text: null, name: '', serves: [] }
  await house.as('willowWorker').evidence.finish({ ...finish, id: randomUUID(), uploadId: first.id })
  const second = await start('willowWorker', bytes)
  expect(second.answer).toMatchObject({ already: true, received: bytes.length })
  const filed = await house.as('willowWorker').evidence.finish({ ...finish, id: randomUUID(), uploadId: second.id })
  expect(filed.bytes).toBe(bytes.length)
})

test('whoever knows the hash of a file alone is told nothing and gets nothing', async () => {
  const bytes = Buffer.from(`本街道的内部材料 ${randomUUID()}`)
  const first = await start('willowWorker', bytes)
  await send('willowWorker', first.id, 0, bytes)
  const finish = { unitId: house.seeded.units.willow.id, text: null, name: '', serves: [] }
  await house.as('willowWorker').evidence.finish({ ...finish, id: randomUUID(), uploadId: first.id })

  const second = await start('willowUnit', bytes)
  expect(second.answer).toEqual({ id: second.id, already: false, received: 0 })
  const filing = { ...finish, id: randomUUID(), uploadId: second.id }
  await expect(house.as('willowUnit').evidence.finish(filing)).rejects.toMatchObject({ code: 'upload-out-of-step' })
  await send('willowUnit', second.id, 0, Buffer.alloc(bytes.length))
  await expect(house.as('willowUnit').evidence.finish(filing)).rejects.toMatchObject({ code: 'upload-damaged' })
  // Who has the file as well sends it, and it is kept once.
  await send('willowUnit', second.id, 0, bytes)
  expect(await house.as('willowUnit').evidence.finish(filing)).toMatchObject({ bytes: bytes.length })
})

test('one piece of evidence serves two clauses, and filing it twice files it once', async () => {
  const [one, two] = await owed('willowWorker')
  const id = randomUUID()
  const filing = {
    id,
    unitId: house.seeded.units.willow.id,
    uploadId: null,
    text: '居民议事会记录:同意清理',
    name: '议事会记录',
    serves: [{ kind: 'assignment' as const, id: one?.id ?? '' }],
  }
  await house.as('willowWorker').evidence.finish(filing)
  await house.as('willowWorker').evidence.finish(filing)
  const served = await house
    .as('willowWorker')
    .evidence.serve({ id, subject: { kind: 'assignment', id: two?.id ?? '' } })
  expect(served.serves.map(subject => subject.id).sort()).toEqual([one?.id, two?.id].sort())
  for (const assignment of [one, two]) {
    const detail = await house.as('officer').assignments.get({ id: assignment?.id ?? '' })
    expect(detail.files.map(file => file.id)).toEqual([id])
  }
  const submitted = await house
    .as('willowWorker')
    .assignments.submit({ id: one?.id ?? '', version: one?.version ?? 0, evidenceIds: [] })
  expect(submitted.state).toBe('submitted')
})

test('a picture goes out without what the camera wrote into it, and small as a thumbnail', async () => {
  const bytes = await photo()
  const { id } = await start('pondWorker', bytes)
  await send('pondWorker', id, 0, bytes)
  const unitId = house.seeded.units.pond.id
  const filing = { id: randomUUID(), unitId, uploadId: id, text: null, name: '', serves: [] }
  const filed = await house.as('pondWorker').evidence.finish(filing)
  const get = (path: string | null, who: PersonName) =>
    fetch(`${house.url}${path}`, { headers: { cookie: house.cookieOf(who) } })
  const out = Buffer.from(await (await get(filed.url, 'eastOfficer')).arrayBuffer())
  expect(bytes.includes('Secret Camera')).toBe(true)
  expect(out.includes('Secret Camera')).toBe(false)
  expect((await sharp(out).metadata()).exif).toBeUndefined()
  const small = await sharp(Buffer.from(await (await get(filed.thumbnailUrl, 'officer')).arrayBuffer())).metadata()
  expect(small.width).toBeLessThanOrEqual(320)
  expect((await get(filed.url, 'westOfficer')).status).toBe(404)
  expect((await get(filed.url, 'stranger')).status).toBe(404)
  expect((await fetch(`${house.url}${filed.url}`)).status).toBe(401)
})

test('what is called a picture and is a page is not shown as either', async () => {
  const bytes = Buffer.from('<html><script>alert(1)</script></html>')
  const { id } = await start('pondWorker', bytes, '图片.jpg')
  await send('pondWorker', id, 0, bytes)
  const unitId = house.seeded.units.pond.id
  const filing = { id: randomUUID(), unitId, uploadId: id, text: null, name: '', serves: [] }
  const filed = await house.as('pondWorker').evidence.finish(filing)
  const reply = await fetch(`${house.url}${filed.url}`, { headers: { cookie: house.cookieOf('pondWorker') } })
  expect(reply.headers.get('content-type')).toContain('text/plain')
  expect(reply.headers.get('content-disposition')).toContain('attachment')
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
})

test('evidence and what it is to serve are both within the reach of who links them', async () => {
  const [own] = await owed('pondWorker')
  const [foreign] = await owed('hillWorker')
  const id = randomUUID()
  const filing = { id, unitId: house.seeded.units.pond.id, uploadId: null, text: '记录', name: '记录', serves: [] }
  await house.as('pondWorker').evidence.finish(filing)
  const serve = (who: PersonName, subjectId = '') =>
    house.as(who).evidence.serve({ id, subject: { kind: 'assignment', id: subjectId } })
  await expect(serve('pondWorker', foreign?.id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(serve('hillWorker', foreign?.id)).rejects.toMatchObject({ code: 'not-found' })
  expect((await serve('pondWorker', own?.id)).serves).toHaveLength(1)
  await expect(
    house.as('hillWorker').evidence.finish({ ...filing, id: randomUUID(), unitId: house.seeded.units.pond.id }),
  ).rejects.toMatchObject({ code: 'not-found' })
  expect((await house.as('hillWorker').evidence.list({})).total).toBe(0)
})

describe('what was filed wrongly', () => {
  const filed = async (who: PersonName, text = '传错了的说明') => {
    const [one] = await owed('willowWorker')
    const serves = one ? [{ kind: 'assignment' as const, id: one.id }] : []
    return house.as(who).evidence.finish({
      id: randomUUID(),
      unitId: house.seeded.units.willow.id,
      uploadId: null,
      text,
      name: '',
      serves,
    })
  }
  const reason = '传错了，写的是别人家的事'

  test('is taken off everything it served by who filed it, with the reason, and shown nowhere any more', async () => {
    const one = await filed('willowWorker')
    const [serving] = one.serves
    expect(one.actions).toContain('evidence.withdraw')
    await house.as('willowWorker').evidence.withdraw({ id: one.id, reason })
    const { files } = await house.as('willowWorker').assignments.get({ id: serving?.id ?? '' })
    expect(files.map(({ id }) => id)).not.toContain(one.id)
    const { items } = await house.as('willowWorker').evidence.list({})
    expect(items.map(({ id }) => id)).not.toContain(one.id)
    await expect(
      house.as('willowWorker').evidence.serve({ id: one.id, subject: { kind: 'assignment', id: serving?.id ?? '' } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    const { items: told } = await house.as('auditor').audit.list({ action: 'evidence.withdraw' })
    expect(told[0]?.content).toMatchObject({ reason, from: [{ kind: 'assignment', id: serving?.id }] })
    await sealRecord(house.house, { tenantId: house.seeded.tenantId })
    expect((await verifyRecord(house.house, house.seeded.tenantId)).breaches).toEqual([])
  })

  test('is not for a colleague to take back, but for the office above', async () => {
    const one = await filed('willowWorker')
    expect(
      (await house.as('willowUnit').evidence.list({})).items.find(({ id }) => id === one.id)?.actions,
    ).not.toContain('evidence.withdraw')
    await expect(house.as('willowUnit').evidence.withdraw({ id: one.id, reason })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await house.as('officer').evidence.withdraw({ id: one.id, reason })
  })

  test('stays where somebody has decided by it, unless the office above takes it out', async () => {
    const one = await filed('willowWorker')
    const [serving] = one.serves
    await inTenant(house.house.db, house.seeded.tenantId, db =>
      db
        .updateTable('assignments')
        .where('id', '=', serving?.id ?? '')
        .set({ state: 'confirmed' })
        .execute(),
    )
    await expect(house.as('willowWorker').evidence.withdraw({ id: one.id, reason })).rejects.toMatchObject({
      code: 'evidence-relied-on',
    })
    await house.as('officer').evidence.withdraw({ id: one.id, reason })
  })
})
