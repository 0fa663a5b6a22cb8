import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool } from '../db/pool.ts'
import { folderFiles } from '../evidence/folder-files.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
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

test('another file in the place of one that was filed is found by the sealed entry', async () => {
  const other = createHash('sha256').update('别的').digest('hex')
  await house.house.files.put(house.seeded.tenantId, other, Buffer.from('别的'))
  await pool.query(
    `insert into files (tenant_id, sha256, bytes, media_type, stored_at) values ($1, $2, 6, 'text/plain', now())`,
    [house.seeded.tenantId, other],
  )
  await pool.query('update evidence set sha256 = $1', [other])
  expect((await verify()).breaches).toMatchObject([{ kind: 'evidence-changed' }])
  await pool.query('update evidence set sha256 = $1', [sha256])
})

test('a file that was taken away is missed', async () => {
  await rm(pathOf())
  expect((await verify()).breaches).toMatchObject([{ kind: 'file-gone', where: expect.stringContaining(sha256) }])
})
