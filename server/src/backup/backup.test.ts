import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { record } from '../audit/record.ts'
import { freshDatabase } from '../db/fresh-database.testing.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase, openPool } from '../db/pool.ts'
import { folderFiles } from '../evidence/folder-files.ts'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { asSystem } from '../jobs/as-system.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import { sealRecord } from '../seals/seal-record.ts'
import { verifyRecord } from '../seals/verify-record.ts'
import { backUpTo, restoreFrom } from './backup-file.ts'
import { sendAgain } from './send-again.ts'
import { quoted, tablesInOrder } from './tables-in-order.ts'
import { waitingJobs } from './waiting-jobs.ts'

const AWKWARD = '台账\t制表符\n换行\\.\\N "引号" 😀'
const photo = Buffer.from('a photo of a stairwell, swept')
const sha256 = createHash('sha256').update(photo).digest('hex')

let folder = ''
let one: TestHouse

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-backup-'))
  const files = folderFiles(join(folder, 'old/files'))
  one = await openHouse({ files })
  const { tenantId, units } = one.seeded
  await mkdir(join(folder, 'old'))
  await writeFile(join(folder, 'old/secret'), 'a kept secret')
  await files.put(tenantId, sha256, photo)
  await ask(one.house.databaseUrl, `update units set name = $1 where id = $2`, [AWKWARD, units.willow.id])
  await ask(
    one.house.databaseUrl,
    `insert into files (tenant_id, sha256, bytes, media_type, stored_at) values ($1, $2, $3, 'image/jpeg', now())`,
    [tenantId, sha256, photo.length],
  )
  await asSystem(one.house, tenantId, context =>
    record(context, 'unit.manage', { kind: 'unit', id: units.willow.id, name: AWKWARD }, { was: null, is: [1, '二'] }),
  )
  await sealRecord(one.house, { tenantId })
  const jobs = await startJobs(one.house.databaseUrl, one.house.log)
  await jobs.send('read-plan', { tenantId, subjectId: units.willow.id })
  await jobs.stop()
})

afterAll(async () => {
  await one.close()
  await rm(folder, { recursive: true, force: true })
})

const ask = async (url: string, sql: string, values: readonly unknown[] = []) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

/** A database in which nothing has been made yet. */
const emptyDatabase = async () => {
  const url = new URL(one.house.databaseUrl)
  const name = `restore_${createHash('sha256').update(String(process.hrtime.bigint())).digest('hex').slice(0, 12)}`
  await ask(url.href, `create database ${name}`)
  url.pathname = `/${name}`
  return url.href
}

const backUp = async (name: string): Promise<string> => {
  const path = join(folder, name)
  const source = { databaseUrl: one.house.databaseUrl, dataDir: join(folder, 'old'), clock: one.house.clock }
  await backUpTo(path, source, () => undefined)
  return path
}

const restore = (path: string, databaseUrl: string, name: string) =>
  restoreFrom(path, { databaseUrl, dataDir: join(folder, name), log: () => undefined })

/** Every row of every table that a backup carries, as text. */
const everything = async (url: string): Promise<Record<string, unknown>> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const rows: Record<string, unknown> = {}
  for (const { name } of await tablesInOrder(client))
    rows[name] = (await client.query(`select t::text as row from ${quoted(name)} t order by 1`)).rows.map(r => r.row)
  await client.end()
  return rows
}

test('what is restored is what was backed up: every row, file, secret and waiting job', async () => {
  const path = await backUp('whole.backup')
  const url = await emptyDatabase()
  const manifest = await restore(path, url, 'new')

  const before = await everything(one.house.databaseUrl)
  expect(await everything(url)).toEqual(before)
  expect(Object.values(before).flat().length).toBeGreaterThan(50)
  expect(JSON.stringify(before['public.units'])).toContain('😀')
  expect(before['auth.user']).not.toEqual([])
  expect(await readFile(join(folder, 'new/files', one.seeded.tenantId, sha256.slice(0, 2), sha256))).toEqual(photo)
  expect(await readFile(join(folder, 'new/secret'), 'utf8')).toBe('a kept secret')

  await sendAgain(url, manifest.jobs, one.house.log)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  expect(await waitingJobs(client)).toEqual([
    { name: 'read-plan', data: { tenantId: one.seeded.tenantId, subjectId: one.seeded.units.willow.id } },
  ])
  await client.end()
})

test('the restored record proves itself, and its guards stand again', async () => {
  const path = await backUp('proof.backup')
  const url = await emptyDatabase()
  await restore(path, url, 'proved')
  await expect(ask(url, `delete from audit_entries`)).rejects.toThrow(/append|refuse|change/i)
  const db = openDatabase(openPool({ url, size: 2 }))
  const { breaches, seals } = await verifyRecord(
    { db, files: folderFiles(join(folder, 'proved/files')) },
    one.seeded.tenantId,
  )
  await db.destroy()
  expect({ breaches, seals }).toEqual({ breaches: [], seals: 1 })
})

test('only its owner may read a backup, and one that is there is not overwritten', async () => {
  const path = await backUp('mine.backup')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  await expect(backUp('mine.backup')).rejects.toThrow('is there already')
  expect((await readdir(folder)).filter(name => name.endsWith('.half'))).toEqual([])
})

test('sessions are not brought back to life', async () => {
  expect((await ask(one.house.databaseUrl, 'select 1 from auth.session')).length).toBeGreaterThan(0)
  const url = await emptyDatabase()
  await restore(await backUp('sessions.backup'), url, 'signed-out')
  expect(await ask(url, 'select 1 from auth.session')).toEqual([])
})

test('a house in use is not overwritten', async () => {
  const path = await backUp('again.backup')
  await expect(restore(path, one.house.databaseUrl, 'again')).rejects.toThrow('in use already')
})

test('a backup that breaks off or was changed restores nothing', async () => {
  const path = await backUp('torn.backup')
  const whole = gunzipSync(await readFile(path))
  await truncate(path, Math.floor((await stat(path)).size * 0.6))
  const at = whole.indexOf('stairwell, swept')
  expect(at).toBeGreaterThan(0)
  whole.write('stairwell, dirty', at)
  await writeFile(join(folder, 'changed.backup'), gzipSync(whole))
  await writeFile(join(folder, 'other.backup'), gzipSync(Buffer.alloc(2048)))
  await writeFile(join(folder, 'plain.backup'), 'no archive at all')

  for (const name of ['torn', 'changed', 'other', 'plain']) {
    const url = await emptyDatabase()
    await expect(restore(join(folder, `${name}.backup`), url, name)).rejects.toThrow(/damaged|no backup/)
    const [there] = await ask(url, `select to_regclass('tenants') is not null as made`)
    if (there?.made) expect(await ask(url, 'select 1 from tenants')).toEqual([])
  }
})

test('a backup of a newer Luoshi is refused with a sentence', async () => {
  const path = await backUp('newer.backup')
  const bytes = gunzipSync(await readFile(path)).toString('latin1')
  const changed = bytes.replace('0001-foundation.sql', '9001-foundation.sql')
  await writeFile(path, gzipSync(Buffer.from(changed, 'latin1')))
  await expect(restore(path, await emptyDatabase(), 'newer')).rejects.toThrow('made by a newer Luoshi')
})

test('a database that was made but never set up can be restored into', async () => {
  const path = await backUp('made.backup')
  const made = await freshDatabase(2)
  await migrate(made.pool)
  await restore(path, made.url, 'made')
  expect(await everything(made.url)).toEqual(await everything(one.house.databaseUrl))
  await made.close()
})
