import { randomUUID } from 'node:crypto'
import type { Criterion } from '@luoshi/contract/standards'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { readyPlan } from '../plans/plan.testing.ts'
import type { PersonName, UnitName } from '../seed.testing.ts'
import { dropExports } from './drop-exports.ts'

let house: TestHouse
let programmeId: string
let roster: string
let posters: string

beforeAll(async () => {
  house = await openHouse()
  const { planId } = await readyPlan(house)
  await house.as('officer').plans.publish({ id: planId })
  await house.runJobs()
  programmeId = (await house.as('officer').programmes.list({})).items[0]?.id ?? ''
  const office = house.as('officer')
  const { id, version, content } = await office.standards.create({
    unitId: house.seeded.units.county.id,
    title: '社区居民楼道标准',
    pointType: '居民楼道',
    content: [
      criterion(randomUUID(), '组织', '有楼道管护队伍', [
        { name: '成立文件', kind: 'paper', months: null },
        { name: '队员名册', kind: 'roster', months: 12 },
      ]),
      criterion(randomUUID(), '宣传', '楼道有卫生宣传', [{ name: '宣传照片', kind: 'picture', months: 3 }]),
      criterion(randomUUID(), '环境', '楼道没有堆物', []),
    ],
  })
  await office.standards.publish({ id, version })
  ;[roster, posters] = content.map(each => each.id) as [string, string, string] // three were given above
  await house.house.db.updateTable('standards').set({ programme_id: programmeId }).where('id', '=', id).execute()
  for (const unit of ['willow', 'pond', 'hill'] as const)
    await office.points.create({ pointType: '居民楼道', name: `${unit} 1 号楼`, unitId: house.seeded.units[unit].id })
})
afterAll(() => house.close())

const criterion = (id: string, section: string, text: string, evidence: Criterion['evidence']): Criterion => ({
  ...{ id, section, text, evidence, weight: 1, critical: false, grades: {}, exceptions: [], photo: 'optional' },
  ...{ lookWhere: '', lookHow: '', categoryId: null },
})

const bring = (who: PersonName, unit: UnitName, criterionId: string, part: string, more: object = {}) =>
  house.as(who).evidence.finish({
    ...{ id: randomUUID(), unitId: house.seeded.units[unit].id, uploadId: null, text: '已成立，共七人', name: part },
    serves: [{ kind: 'criterion', id: criterionId, part }],
    ...more,
  })

/** The three states of each thing asked for, counted over the units. */
const counts = async (who: PersonName, unitId?: string) => {
  const { standards } = await house.as(who).ledger.view({ id: programmeId, ...(unitId && { unitId }) })
  const items = standards.flatMap(({ sections }) =>
    sections.flatMap(({ criteria }) => criteria.flatMap(({ items }) => items)),
  )
  return Object.fromEntries(items.map(({ part, exists, missing, outOfDate }) => [part, [exists, missing, outOfDate]]))
}

const upload = async (who: PersonName, bytes: Buffer, name: string): Promise<string> => {
  const id = randomUUID()
  const { createHash } = await import('node:crypto')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await house.as(who).evidence.start({ id, name, bytes: bytes.length, mediaType: 'image/jpeg', sha256 })
  await fetch(`${house.url}/api/v1/uploads/${id}?offset=0`, {
    method: 'PUT',
    headers: { cookie: house.cookieOf(who), 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  return id
}

test('what nobody has brought is missing, and each unit that must bring it is named', async () => {
  expect(await counts('officer')).toEqual({ 成立文件: [0, 3, 0], 队员名册: [0, 3, 0], 宣传照片: [0, 3, 0] })
  const { standards, totals } = await house.as('officer').ledger.view({ id: programmeId })
  expect(totals).toEqual({ exists: 0, missing: 9, outOfDate: 0 })
  expect(standards[0]?.sections.map(({ section }) => section)).toEqual(['组织', '宣传'])
  expect(standards[0]?.sections[0]?.criteria[0]?.items[0]?.units.map(({ unit }) => unit.name).sort()).toEqual(
    ['小丘社区', '柳荫社区', '荷塘社区'].sort(),
  )
})

test('a paper is of the thing it was brought for, and of no other of the same criterion', async () => {
  await bring('willowUnit', 'willow', roster, '成立文件')
  expect(await counts('officer')).toMatchObject({ 成立文件: [1, 2, 0], 队员名册: [0, 3, 0] })
})

test('one piece of evidence serves many clauses', async () => {
  const { id } = await bring('pondUnit', 'pond', roster, '成立文件')
  await house.as('pondUnit').evidence.serve({ id, subject: { kind: 'criterion', id: roster, part: '队员名册' } })
  await house.as('pondUnit').evidence.serve({ id, subject: { kind: 'criterion', id: posters } })
  expect(await counts('pondUnit')).toEqual({ 成立文件: [1, 0, 0], 队员名册: [1, 0, 0], 宣传照片: [1, 0, 0] })
})

test('what is older than is asked, or than it says itself, is out of date', async () => {
  await bring('hillUnit', 'hill', posters, '宣传照片', { validUntil: '2026-03-01' })
  expect((await counts('hillUnit')).宣传照片).toEqual([0, 0, 1])
  house.setClock('2026-07-01T09:00:00+08:00')
  expect((await counts('pondUnit')).宣传照片).toEqual([0, 0, 1])
  house.setClock('2026-03-02T09:00:00+08:00')
  expect((await counts('pondUnit')).宣传照片).toEqual([1, 0, 0])
})

test('a unit sees its own, an office all below it, and another county nothing', async () => {
  expect((await house.as('willowUnit').ledger.view({ id: programmeId })).units.map(({ name }) => name)).toEqual([
    '柳荫社区',
  ])
  expect((await house.as('eastOfficer').ledger.view({ id: programmeId })).units).toHaveLength(2)
  await expect(house.as('stranger').ledger.view({ id: programmeId })).rejects.toMatchObject({ code: 'not-found' })
  const willow = house.seeded.units.willow.id
  expect((await house.as('hillUnit').ledger.view({ id: programmeId, unitId: willow })).units).toEqual([])
})

test('a whole set leaves as an archive with its index, in the order of the standard, and pictures lose their traces', async () => {
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#8899aa' } })
    .withExif({ IFD0: { Make: 'Secret Camera' } })
    .jpeg()
    .toBuffer()
  const uploadId = await upload('willowUnit', picture, '宣传栏.jpg')
  await bring('willowUnit', 'willow', posters, '宣传照片', { uploadId, text: null, name: '宣传栏.jpg' })
  const asked = { id: programmeId, exportId: randomUUID(), unitId: house.seeded.units.east.id }
  expect(await house.as('officer').ledger.export(asked)).toMatchObject({ state: 'waiting', url: null })
  await house.as('officer').ledger.export(asked)
  await house.runJobs()
  const sets = await house.as('officer').ledger.exports({ id: programmeId })
  const [ready] = sets.items
  expect(sets).toMatchObject({ total: 1, next: null })
  expect(ready).toMatchObject({ state: 'ready', files: 5, done: 5 })

  const get = (headers: Record<string, string> = {}) =>
    fetch(`${house.url}${ready?.url}`, { headers: { cookie: house.cookieOf('officer'), ...headers } })
  const whole = new Uint8Array(await (await get()).arrayBuffer())
  expect(whole.length).toBe(ready?.bytes)
  const files = unzipSync(whole)
  expect(Object.keys(files)[0]).toBe('目录.xlsx')
  expect(Object.keys(files)).toContain('01 社区居民楼道标准/02 宣传/01 楼道有卫生宣传/宣传照片/柳荫社区/宣传栏.jpg')
  const photo = Buffer.from(files['01 社区居民楼道标准/02 宣传/01 楼道有卫生宣传/宣传照片/柳荫社区/宣传栏.jpg'] ?? [])
  expect([picture.includes('Secret Camera'), photo.includes('Secret Camera')]).toEqual([true, false])
  const sheet = new TextDecoder().decode(unzipSync(files['目录.xlsx'] ?? new Uint8Array())['xl/worksheets/sheet1.xml'])
  expect(sheet).toContain('缺')
  expect(sheet).not.toContain('小丘社区')

  const rest = await get({ range: `bytes=1000-` })
  expect([rest.status, rest.headers.get('content-range')]).toEqual([
    206,
    `bytes 1000-${whole.length - 1}/${whole.length}`,
  ])
  expect(new Uint8Array(await rest.arrayBuffer())).toEqual(whole.subarray(1000))
  expect((await get({ range: `bytes=${whole.length}-` })).status).toBe(416)
})

test('of many sets the newest come first, and how many there are in all', async () => {
  const unitId = house.seeded.units.pond.id
  for (let n = 0; n < 3; n += 1)
    await house.as('officer').ledger.export({ id: programmeId, exportId: randomUUID(), unitId })
  const first = await house.as('officer').ledger.exports({ id: programmeId, limit: 2 })
  expect([first.items.length, first.total]).toEqual([2, 4])
  const rest = await house.as('officer').ledger.exports({ id: programmeId, limit: 2, cursor: first.next ?? '' })
  expect([rest.items.length, rest.next]).toEqual([2, null])
  expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(4)
  await house.house.db.deleteFrom('ledger_exports').where('unit_id', '=', unitId).execute()
})

test('a set is for who may take the ledger out', async () => {
  const unitId = house.seeded.units.willow.id
  await expect(house.as('willowUnit').ledger.export({ id: programmeId, unitId })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await expect(house.as('westOfficer').ledger.export({ id: programmeId, unitId })).rejects.toMatchObject({
    code: 'not-found',
  })
  const [ready] = (await house.as('officer').ledger.exports({ id: programmeId })).items
  expect(await house.as('westOfficer').ledger.exports({ id: programmeId })).toEqual({ items: [], next: null, total: 0 })
  const reply = await fetch(`${house.url}${ready?.url}`, { headers: { cookie: house.cookieOf('westOfficer') } })
  expect(reply.status).toBe(404)
})

test('a set whose archive a restore has left behind is not there, and can be asked for again', async () => {
  const [ready] = (await house.as('officer').ledger.exports({ id: programmeId })).items
  await house.house.files.archives.drop(house.seeded.tenantId, ready?.id ?? '')
  const reply = await fetch(`${house.url}${ready?.url}`, { headers: { cookie: house.cookieOf('officer') } })
  expect(reply.status).toBe(404)
})

test('after a week a set is gone', async () => {
  const { items: before } = await house.as('officer').ledger.exports({ id: programmeId })
  house.setClock('2026-03-12T09:00:00+08:00')
  await dropExports(house.house, house.seeded.tenantId)
  expect((await house.as('officer').ledger.exports({ id: programmeId })).total).toBe(0)
  const reply = await fetch(`${house.url}${before[0]?.url}`, { headers: { cookie: house.cookieOf('officer') } })
  expect(reply.status).toBe(404)
  house.setClock('2026-03-02T09:00:00+08:00')
})
