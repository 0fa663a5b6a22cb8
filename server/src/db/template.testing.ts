import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from './embedded/start-embedded.ts'
import { sweepAbandoned } from './embedded/sweep-abandoned.testing.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgres: string
  }
}

/** One PostgreSQL for the run with a migrated template; each test file clones it (`fresh-database.testing.ts`). */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await sweepAbandoned('luoshi-test-')
  const dataDir = await mkdtemp(join(tmpdir(), 'luoshi-test-'))
  const given = process.env.TEST_DATABASE_URL
  const own = given
    ? null
    : await startEmbedded({ dataDir, log: () => {}, settings: { fsync: 'off', max_connections: '200' } })
  const url = given ?? own?.url ?? ''
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query('drop database if exists luoshi_template')
  await admin.query('create database luoshi_template')
  await admin.end()
  const pool = openPool({ url: withDatabase(url, 'luoshi_template') })
  await migrate(pool)
  await pool.end()
  project.provide('postgres', url)
  return async () => {
    await own?.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
