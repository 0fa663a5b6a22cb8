import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Db, openDatabase, openPool } from './pool.ts'

export type FreshDatabase = {
  readonly url: string
  readonly pool: pg.Pool
  readonly db: Db
  readonly close: () => Promise<void>
}

/** A database of its own for a test file, cloned from the migrated template. */
export const freshDatabase = async (size = 8): Promise<FreshDatabase> => {
  const url = new URL(inject('postgres'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  await createFromTemplate(admin, name)
  await admin.end()
  url.pathname = `/${name}`
  const pool = openPool({ url: url.href, size })
  const db = openDatabase(pool)
  return { url: url.href, pool, db, close: () => db.destroy() }
}

/** PostgreSQL refuses to clone a template while another clone of it is being made; wait for one's turn. */
const createFromTemplate = async (admin: pg.Client, name: string): Promise<void> => {
  await admin.query('select pg_advisory_lock(1)')
  await admin.query(`create database ${name} template luoshi_template`)
  await admin.query('select pg_advisory_unlock(1)')
}
