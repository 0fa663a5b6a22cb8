import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

const folder = join(import.meta.dirname, 'migrations')
const LOCK = 7_205_759

/**
 * Brings the database to the newest shape, or to that of the named migrations, forward only. Two servers starting at once
 * wait for each other.
 */
export const migrate = async (
  pool: pg.Pool,
  log: (sentence: string) => void = () => {},
  named: readonly string[] | null = null,
): Promise<readonly string[]> => {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const waiting = (await pendingMigrations(client)).filter(name => named === null || named.includes(name))
    for (const name of waiting) {
      log(`Database: ${name}`)
      await apply(client, name)
    }
    return waiting
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
}

/** What this version of the house would still change in the database, in order. */
export const pendingMigrations = async (client: Pick<pg.PoolClient, 'query'>): Promise<readonly string[]> => {
  await client.query(
    'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string }>('select name from schema_migrations')
  const applied = new Set(rows.map(row => row.name))
  return (await migrationNames()).filter(name => !applied.has(name))
}

export const migrationNames = async (): Promise<readonly string[]> =>
  (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()

const apply = async (client: pg.PoolClient, name: string): Promise<void> => {
  await client.query('begin')
  try {
    await client.query(await readFile(join(folder, name), 'utf8'))
    await client.query('insert into schema_migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed and changed nothing.`, { cause: error })
  }
}
