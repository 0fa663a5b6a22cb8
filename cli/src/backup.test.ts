import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '@luoshi/server/db/embedded/start-embedded'
import { migrate } from '@luoshi/server/db/migrate'
import { openPool } from '@luoshi/server/db/pool'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-cli-backup-'))
  await chmod(folder, 0o711) // as root, PostgreSQL's own user has to pass
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const luoshi = (...args: readonly string[]): Promise<{ status: number; out: string; err: string }> =>
  new Promise(resolve => {
    const main = join(import.meta.dirname, 'main.ts')
    const env = { ...process.env, DATABASE_URL: '', DATA_DIR: '' }
    execFile(process.execPath, [main, ...args], { env }, (error, out, err) =>
      resolve({ status: error ? Number(error.code) : 0, out, err }),
    )
  })

const inHouse = async <T>(name: string, work: (pool: ReturnType<typeof openPool>) => Promise<T>): Promise<T> => {
  const database = await startEmbedded({ dataDir: join(folder, name), log: () => {} })
  const pool = openPool({ url: database.url, size: 2 })
  try {
    return await work(pool)
  } finally {
    await pool.end()
    await database.stop()
  }
}

test('luoshi backup beside a running house, luoshi restore into a new one', { timeout: 300_000 }, async () => {
  const file = join(folder, 'monday.backup')
  await inHouse('old', async pool => {
    await migrate(pool)
    await pool.query("insert into tenants (tenant_id, name, created_at) values (gen_random_uuid(), '云溪县', now())")
    expect(await luoshi('backup', file, '--data', join(folder, 'old'))).toMatchObject({ status: 0, err: '' })
  })
  const restored = await luoshi('restore', file, '--data', join(folder, 'new'))
  expect(restored).toMatchObject({ status: 0, out: expect.stringContaining('全部记录') })
  await inHouse('new', async pool => {
    expect((await pool.query('select name from tenants')).rows).toEqual([{ name: '云溪县' }])
  })
  expect(await luoshi('restore', file, '--data', join(folder, 'new'))).toMatchObject({
    status: 2,
    err: expect.stringContaining('overwrites nothing'),
  })
})

test('a file that is there is not overwritten, and one that is not there cannot be restored', {
  timeout: 120_000,
}, async () => {
  expect(await luoshi('restore', join(folder, 'none'), '--data', join(folder, 'other'))).toMatchObject({
    status: 2,
    err: expect.stringContaining('is not there'),
  })
  expect(await luoshi('backup')).toMatchObject({ status: 2, err: expect.stringContaining('luoshi help backup') })
})
