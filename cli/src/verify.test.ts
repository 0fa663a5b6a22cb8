import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@luoshi/server/db/embedded/start-embedded'
import { migrate } from '@luoshi/server/db/migrate'
import { openDatabase, openPool } from '@luoshi/server/db/pool'
import { sealRecord } from '@luoshi/server/seals/seal-record'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Terminal } from './command.ts'
import { verify } from './commands/verify.ts'

const tenant = '0198a000-0000-7000-8000-000000000001'
const entry = '0198a000-0000-7000-8000-000000000002'
let dataDir: string
let database: Awaited<ReturnType<typeof startEmbedded>>
let pool: ReturnType<typeof openPool>

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'luoshi-verify-'))
  database = await startEmbedded({ dataDir, log: () => {} })
  pool = openPool({ url: database.url, size: 3 })
}, 60_000)
afterAll(async () => {
  await pool.end()
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const run = async (...args: readonly string[]): Promise<{ status: number; out: string; err: string }> => {
  const out: string[] = []
  const err: string[] = []
  const terminal: Terminal = {
    out: text => void out.push(text),
    err: text => void err.push(text),
    readFile: () => Promise.reject(new Error('reads no file')),
    readInput: () => Promise.reject(new Error('reads no input')),
    writeNewFile: () => Promise.reject(new Error('nothing is written')),
    interactive: false,
    columns: null,
    colours: false,
  }
  const status = await verify(['--data', dataDir, ...args], terminal)
  return { status, out: out.join(''), err: err.join('') }
}

test('a database of an older house is left alone, with a sentence that says what to do', async () => {
  expect(await run()).toMatchObject({ status: 2, err: expect.stringContaining('Start this Luoshi once') })
})

test('beside a running house it proves the record, and names the newest seal', async () => {
  await migrate(pool)
  await pool.query("insert into tenants (tenant_id, name, created_at) values ($1, '云溪县', now())", [tenant])
  await pool.query(
    "insert into audit_entries (tenant_id, id, at, via, action, subject_kind) values ($1, $2, now(), 'system', 'unit.manage', 'unit')",
    [tenant, entry],
  )
  await sealRecord({ db: openDatabase(pool), clock: { now: () => new Date() } }, { tenantId: tenant })
  const { rows } = await pool.query<{ seal: string }>('select seal from seals')
  expect(await run()).toMatchObject({ status: 0, out: expect.stringContaining(rows[0]?.seal ?? '-') })
  expect(await run('--seal', rows[0]?.seal ?? '')).toMatchObject({ status: 0 })
})

test('a seal noted down elsewhere that is not in the chain is reported', async () => {
  expect(await run('--seal', '0'.repeat(64))).toMatchObject({
    status: 1,
    out: expect.stringContaining('not in the chain'),
  })
})

test('a changed entry is named, and the exit status says so', async () => {
  await pool.query("set session_replication_role = replica; update audit_entries set action = 'unit.read'")
  expect(await run()).toMatchObject({ status: 1, out: expect.stringContaining(entry) })
})

test('an unknown option is refused with a sentence', async () => {
  expect(await run('--nonsense')).toMatchObject({ status: 2, err: expect.stringContaining('luoshi help verify') })
})
