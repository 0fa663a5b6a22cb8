import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { opened } from '../cases/cases.testing.ts'
import { openPool } from '../db/pool.ts'
import { dropPhotos } from '../evidence/await-photos.ts'
import { folderFiles } from '../evidence/folder-files.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { asSystem } from '../jobs/as-system.ts'
import type { Breach } from './breach.ts'
import { sealRecord } from './seal-record.ts'
import { verifyRecord } from './verify-record.ts'

let house: TestHouse
let pool: pg.Pool
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-sealed-'))
  house = await openHouse({ files: folderFiles(folder) })
  pool = openPool({ url: house.house.databaseUrl, size: 1 })
})
afterAll(async () => {
  await pool.end()
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

const bytes = Buffer.from('居民楼道管护队伍名册,共七人')
const sha256 = createHash('sha256').update(bytes).digest('hex')
const verify = () => verifyRecord(house.house, house.seeded.tenantId)
const textId = randomUUID()
let caseId = ''
const pathOf = () => join(folder, house.seeded.tenantId, sha256.slice(0, 2), sha256)

test('evidence that was filed holds, its file and its entry', async () => {
  const uploadId = randomUUID()
  const unit = house.as('willowUnit')
  await unit.evidence.start({ id: uploadId, name: '名册.txt', bytes: bytes.length, mediaType: 'text/plain', sha256 })
  await fetch(`${house.url}/api/v1/uploads/${uploadId}?offset=0`, {
    method: 'PUT',
    headers: { cookie: house.cookieOf('willowUnit'), 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  const filing = { id: randomUUID(), unitId: house.seeded.units.willow.id, uploadId, text: null, name: '', serves: [] }
  await unit.evidence.finish(filing)
  caseId = (await opened(house)).id
  const text = '经核对,管护队伍七人在册'
  const serves = [{ kind: 'case' as const, id: caseId }]
  await unit.evidence.finish({ ...filing, id: textId, uploadId: null, text, name: '说明', serves })
  await sealRecord(house.house, { tenantId: house.seeded.tenantId })
  expect(await verify()).toMatchObject({ files: 1, unsealed: 0, breaches: [] })
})

test('a single changed byte of a file is found, and which file it is', async () => {
  const before = await readFile(pathOf())
  const changed = Buffer.from(before)
  changed.writeUInt8(changed.readUInt8(3) ^ 1, 3)
  await writeFile(pathOf(), changed)
  expect((await verify()).breaches).toMatchObject([{ kind: 'file-changed', where: expect.stringContaining(sha256) }])
  await writeFile(pathOf(), before)
  expect((await verify()).breaches).toEqual([])
})

/** As somebody with the keys to the database might, past every trigger; undone after what it shows is read. */
const tampered = async (statements: readonly string[]): Promise<readonly Breach[]> => {
  const client = await pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query('create temp table kept as select * from evidence')
    await client.query('create temp table kept_serves as select * from evidence_serves')
    for (const statement of statements) await client.query(statement)
    const { breaches } = await verify()
    await client.query('delete from evidence_serves; delete from evidence')
    await client.query('insert into evidence select * from kept; insert into evidence_serves select * from kept_serves')
    await client.query('drop table kept, kept_serves; set session_replication_role = default')
    return breaches
  } finally {
    client.release()
  }
}

test('another file in the place of one that was filed is found by the sealed entry', async () => {
  const other = createHash('sha256').update('别的').digest('hex')
  await house.house.files.put(house.seeded.tenantId, other, Buffer.from('别的'))
  await pool.query(
    `insert into files (tenant_id, sha256, bytes, media_type, stored_at) values ($1, $2, 6, 'text/plain', now())`,
    [house.seeded.tenantId, other],
  )
  expect(await tampered([`update evidence set sha256 = '${other}' where kind = 'file'`])).toMatchObject([
    { kind: 'evidence-changed' },
  ])
  expect((await verify()).breaches).toEqual([])
})

test.each([
  ['its words', "text = replace(text, '七人', '九人') where kind = 'text'"],
  ['its name', "name = name || ' '"],
  ['when it was taken', "taken_at = '2020-01-01'"],
  ['until when it holds', "valid_until = '2099-01-01'"],
  ['who filed it', 'added_by = gen_random_uuid()'],
  ['when it was filed', "added_at = added_at - interval '1 millisecond'"],
])('evidence on file cannot be changed unseen: %s', async (_, change) => {
  const breaches = await tampered([`update evidence set ${change}`])
  expect(breaches.length).toBeGreaterThan(0)
  expect(new Set(breaches.map(({ kind }) => kind))).toEqual(new Set(['evidence-changed']))
})

test('evidence taken out of the record is missed, and so is evidence that nobody filed', async () => {
  expect(await tampered(["delete from evidence_serves; delete from evidence where kind = 'text'"])).toMatchObject([
    { kind: 'evidence-gone', where: `evidence ${textId}` },
  ])
  const forged = await tampered([
    "insert into evidence select tenant_id, gen_random_uuid(), unit_id, unit_path, kind, name, sha256, text, taken_at, added_by, added_at, valid_until from kept where kind = 'text'",
  ])
  expect(forged).toMatchObject([{ kind: 'evidence-unrecorded' }])
})

test('evidence taken off the thing it was filed for is missed', async () => {
  expect(await tampered(['delete from evidence_serves'])).toEqual([
    { kind: 'evidence-unlinked', where: `evidence ${textId} of case ${caseId}` },
  ])
})

test('evidence is handed over to another unit, and otherwise neither changed nor deleted by the house itself', async () => {
  await expect(pool.query("update evidence set name = 'x'")).rejects.toThrow(/append-only/)
  await expect(pool.query('delete from evidence')).rejects.toThrow(/append-only/)
  await expect(pool.query('update evidence_serves set subject_id = evidence_id')).rejects.toThrow(/append-only/)
  await pool.query('update evidence set unit_id = unit_id')
  expect((await verify()).breaches).toEqual([])
})

test('evidence taken off a thing by whom it is for leaves its trace, and that is no breach', async () => {
  await asSystem(house.house, house.seeded.tenantId, context =>
    dropPhotos(context, { kind: 'case', id: caseId }, [textId]),
  )
  const { rows } = await pool.query("select from evidence_serves where subject_kind = 'case'")
  expect(rows).toEqual([])
  expect((await verify()).breaches).toEqual([])
})

test('a file that was taken away is missed', async () => {
  await rm(pathOf())
  expect((await verify()).breaches).toMatchObject([{ kind: 'file-gone', where: expect.stringContaining(sha256) }])
})
