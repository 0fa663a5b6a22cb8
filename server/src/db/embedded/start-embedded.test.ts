import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runHolder } from './run-holder.testing.ts'
import { startEmbedded } from './start-embedded.ts'
import { startedAt } from './started-at.ts'

const isRoot = process.getuid?.() === 0
const log = () => undefined
let dataDir = ''

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'luoshi-embedded-'))
})

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true })
})

const ask = async (url: string, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const postmasterPid = () => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

test('what was written is there after a stop and a start, and no process stays behind', async () => {
  const first = await startEmbedded({ dataDir, log })
  await ask(first.url, `create table kept as select '落实' as word`)
  const idle = new pg.Client({ connectionString: first.url })
  idle.on('error', () => undefined)
  await idle.connect()
  const pid = postmasterPid()
  expect(await startedAt(pid)).toBeDefined()
  await first.stop()
  await idle.end().catch(() => undefined)
  expect(await startedAt(pid)).toBeUndefined()
  expect((await readdir(dataDir)).toSorted()).toEqual(['postgres', 'postgres.log', 'postgres.password'])

  const second = await startEmbedded({ dataDir, log })
  expect(await ask(second.url, 'select word from kept')).toEqual([{ word: '落实' }])
  await second.stop()
})

test('a Luoshi killed while it writes leaves every acknowledged row to the next one, which stops the orphan', async () => {
  let acknowledged = 0
  for (const enough of [30, 120, 250]) {
    const killed = runHolder(dataDir, 'write')
    const before = acknowledged
    await killed.see('written', line => line.kind === 'written' && line.n > before + enough)
    const orphan = postmasterPid()
    await killed.end('SIGKILL')
    expect(await startedAt(orphan)).toBeDefined()
    acknowledged = Math.max(...killed.lines.map(line => (line.kind === 'written' ? line.n : 0)))

    const said: string[] = []
    const next = await startEmbedded({ dataDir, log: sentence => said.push(sentence) })
    expect(await startedAt(orphan)).toBeUndefined()
    expect(said.join()).toContain('was killed and left its database running')
    const [found] = await ask(next.url, `select count(*)::int as n from written where n <= ${acknowledged}`)
    expect(found).toEqual({ n: acknowledged })
    await next.stop()
  }
})

test('a second Luoshi on the same folder is refused with a sentence, and the first one is not disturbed', async () => {
  const first = runHolder(dataDir, 'hold')
  const { url } = await first.see('ready')
  await expect(startEmbedded({ dataDir, log })).rejects.toMatchObject({
    code: 'folder-in-use',
    message: expect.stringMatching(/Another Luoshi \(process \d+\) is already running on the folder .*DATA_DIR/),
  })
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  const pid = postmasterPid()
  await first.end('SIGTERM')
  expect(await startedAt(pid)).toBeUndefined()
  expect(await readdir(dataDir)).not.toContain('luoshi.lock')
})

test('of many started at once on one folder exactly one runs', async () => {
  await (await startEmbedded({ dataDir, log })).stop()
  await writeFile(join(dataDir, 'luoshi.lock'), JSON.stringify({ pid: 1, started: 'long ago' }))
  const holders = [1, 2, 3, 4].map(() => runHolder(dataDir, 'hold'))
  const outcomes = await Promise.all(
    holders.map(holder => Promise.any([holder.see('ready'), holder.see('refused')]).then(line => line.kind)),
  )
  expect(outcomes.toSorted()).toEqual(['ready', 'refused', 'refused', 'refused'])
  await Promise.all(holders.map(holder => holder.end('SIGTERM')))
})

test('a lock whose pid was given to another program since does not keep Luoshi out', async () => {
  await writeFile(
    join(dataDir, 'luoshi.lock'),
    JSON.stringify({ pid: process.pid, started: 'before the last power cut' }),
  )
  const database = await startEmbedded({ dataDir, log })
  await database.stop()
})

test('a postmaster.pid whose pid was given to another program since does not keep PostgreSQL from starting', async () => {
  await (await startEmbedded({ dataDir, log })).stop()
  const path = join(dataDir, 'postgres', 'postmaster.pid')
  const { uid, gid } = await stat(join(dataDir, 'postgres'))
  const bystander = runBystander(uid, gid)
  await writeFile(path, `${bystander.pid}\n${join(dataDir, 'postgres')}\n0\n5432\n\n127.0.0.1\n  1 1\nready\n`)
  const database = await startEmbedded({ dataDir, log })
  expect(postmasterPid()).not.toBe(bystander.pid)
  expect(await startedAt(bystander.pid)).toBeDefined()
  await database.stop()
  process.kill(bystander.pid)
})

test('a first start killed at any moment is made good by the next', async () => {
  for (const wait of [100, 400, 700]) {
    const killed = runHolder(dataDir, 'hold')
    await new Promise(resolve => setTimeout(resolve, wait))
    await killed.end('SIGKILL')
  }
  const database = await startEmbedded({ dataDir, log })
  expect(await ask(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await database.stop()
  await (await startEmbedded({ dataDir, log })).stop()
  expect((await readdir(dataDir)).toSorted()).toEqual(['postgres', 'postgres.log', 'postgres.password'])
})

test('the database keeps its promises: durable, UTF-8, on the loopback address, closed without the password', async () => {
  const database = await startEmbedded({ dataDir, log })
  const settings = await ask(
    database.url,
    `select name, setting from pg_settings
     where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'server_encoding', 'listen_addresses') order by name`,
  )
  expect(Object.fromEntries(settings.map(row => [row.name, row.setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    server_encoding: 'UTF8',
    synchronous_commit: 'on',
  })
  expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700)
  await expect(ask(database.url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow(/password/)
  await database.stop()
})

test('Chinese words are found by their parts and names are sorted by their sound', async () => {
  const database = await startEmbedded({ dataDir, log })
  await ask(database.url, 'create extension pg_trgm')
  const [found] = await ask(database.url, `select cardinality(show_trgm('创建文明城市')) > 0 as letters`)
  expect(found).toEqual({ letters: true })
  const names = await ask(database.url, `select n from unnest(array['张','李','陈']) n order by n collate "zh-x-icu"`)
  expect(names.map(row => row.n)).toEqual(['陈', '李', '张'])
  await database.stop()
})

test('no statement and no value of one is written to the log of the database', async () => {
  const database = await startEmbedded({ dataDir, log })
  await expect(ask(database.url, `select '13800001234'::uuid`)).rejects.toThrow(/uuid/)
  await database.stop()
  expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('13800001234')
})

test('files of another version of PostgreSQL are left alone, with a sentence', async () => {
  await mkdir(join(dataDir, 'postgres'))
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '14\n')
  await expect(startEmbedded({ dataDir, log })).rejects.toMatchObject({
    code: 'other-version',
    message: expect.stringContaining('luoshi backup'),
  })
  expect(await readdir(join(dataDir, 'postgres'))).toEqual(['PG_VERSION'])
})

test.skipIf(!isRoot)('started by root, PostgreSQL runs as an ordinary user', async () => {
  const database = await startEmbedded({ dataDir, log })
  const uid = /^Uid:\s+(\d+)/m.exec(await readFile(`/proc/${postmasterPid()}/status`, 'utf8'))?.[1]
  expect(Number(uid)).toBeGreaterThan(0)
  expect((await stat(join(dataDir, 'postgres'))).uid).toBe(Number(uid))
  await database.stop()
})

test.skipIf(!isRoot)('an ordinary user starts it too, and root carries on with the database as that user', async () => {
  execFileSync('chown', ['nobody', dataDir])
  const ordinary = runHolder(dataDir, 'write', 'nobody')
  await ordinary.see('written', line => line.kind === 'written' && line.n > 20)
  await ordinary.end('SIGKILL')
  const owner = (await stat(join(dataDir, 'postgres'))).uid
  expect(owner).toBe(Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' })))

  const asRoot = await startEmbedded({ dataDir, log })
  const [found] = await ask(asRoot.url, 'select count(*)::int > 20 as kept from written')
  expect(found).toEqual({ kept: true })
  await asRoot.stop()
  expect((await stat(join(dataDir, 'postgres'))).uid).toBe(owner)
})

test.skipIf(!isRoot)('an ordinary user is told that the database belongs to another', async () => {
  await (await startEmbedded({ dataDir, log })).stop()
  execFileSync('chown', ['nobody', dataDir])
  const ordinary = runHolder(dataDir, 'hold', 'nobody')
  expect(await ordinary.see('refused')).toMatchObject({ code: 'folder-closed' })
  await ordinary.end('SIGTERM')
})

test.skipIf(!isRoot)('inside a folder closed to others root keeps the database in an open place, linked', async () => {
  const inside = join(dataDir, 'closed', 'data')
  await mkdir(inside, { recursive: true })
  await chmod(dirname(inside), 0o700)
  const first = await startEmbedded({ dataDir: inside, log })
  await ask(first.url, 'create table kept as select 7 as n')
  await first.stop()
  const place = await readlink(join(inside, 'postgres'))
  expect(place).toMatch(/^\/var\/lib\/luoshi\//)

  const again = await startEmbedded({ dataDir: inside, log })
  expect(await ask(again.url, 'select n from kept')).toEqual([{ n: 7 }])
  await again.stop()

  const moved = join(dataDir, 'closed', 'elsewhere')
  await rename(inside, moved)
  await expect(startEmbedded({ dataDir: moved, log })).rejects.toMatchObject({ code: 'broken-link' })
  await rm(dirname(place), { recursive: true, force: true })
})

/** Some program of the database's own user that has nothing to do with it. */
const runBystander = (uid: number, gid: number): { readonly pid: number } => {
  const child = spawn('sleep', ['60'], { cwd: '/', uid, gid, stdio: 'ignore' })
  if (child.pid === undefined) throw new Error('no bystander')
  return { pid: child.pid }
}
