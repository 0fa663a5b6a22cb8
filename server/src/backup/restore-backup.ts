import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { migrate, migrationNames } from '../db/migrate.ts'
import { openPool } from '../db/pool.ts'
import { type BackupManifest, backupManifest } from './backup-manifest.ts'
import { BackupProblem } from './backup-problem.ts'
import { rowsInto } from './rows-into.ts'
import { quoted } from './tables-in-order.ts'
import { type Entry, unpacked } from './tar.ts'

export type RestoreTarget = {
  readonly databaseUrl: string
  readonly dataDir: string
  readonly log: (sentence: string) => void
}

/**
 * Puts a backup into an empty database and a data folder. All of it or nothing: the rows are committed last. The
 * background work that was waiting is in the manifest that is returned; sending it again is for who starts the jobs.
 */
export const restoreBackup = async (
  { databaseUrl, dataDir, log }: RestoreTarget,
  bytes: AsyncIterable<Buffer>,
): Promise<BackupManifest> => {
  const entries = unpacked(bytes)
  const manifest = await readManifest(await entries.next())
  await migrateTo(databaseUrl, manifest, log)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    await refuseUnlessEmpty(client)
    await load(client, manifest, entries, dataDir)
    if (manifest.secret !== null) await keepSecret(dataDir, manifest.secret)
    await client.query('commit')
  } finally {
    await client.end()
  }
  await migrateTo(databaseUrl, null, log)
  return manifest
}

const readManifest = async (first: IteratorResult<Entry>): Promise<BackupManifest> => {
  const text = first.done || first.value.name !== 'manifest.json' ? '' : first.value.content.toString('utf8')
  const manifest = backupManifest.safeParse(text === '' ? null : JSON.parse(text))
  if (!manifest.success) throw new BackupProblem('This is no backup that this Luoshi can read.')
  const known = await migrationNames()
  const ahead = manifest.data.migrations.filter(name => !known.includes(name))
  if (ahead.length > 0)
    throw new BackupProblem(
      `The backup was made by a newer Luoshi (it knows ${ahead.join(', ')}). Restore it with that one.`,
    )
  return manifest.data
}

/** To the shape the backup has, so that its rows fit; null is the newest. */
const migrateTo = async (url: string, manifest: BackupManifest | null, log: RestoreTarget['log']): Promise<void> => {
  const pool = openPool({ url, size: 1 })
  try {
    await migrate(pool, log, manifest?.migrations ?? null)
    if (manifest === null) return
    const beyond = 'select 1 from schema_migrations where name <> all ($1) limit 1'
    if ((await pool.query(beyond, [manifest.migrations])).rows.length > 0) throw notEmpty()
  } finally {
    await pool.end()
  }
}

const refuseUnlessEmpty = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query('select 1 from tenants limit 1')
  if (rows.length > 0) throw notEmpty()
}

const notEmpty = () =>
  new BackupProblem(
    'The database is in use already, and a restore overwrites nothing. Name a new database with --database, or a new folder with --data.',
  )

const load = async (
  client: pg.Client,
  manifest: BackupManifest,
  entries: AsyncIterable<Entry>,
  dataDir: string,
): Promise<void> => {
  const tables = manifest.tables.map(({ name }) => quoted(name))
  // What a trigger would add stands in the backup already.
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
  const rows = rowsInto(client, manifest.tables)
  for await (const { name, content } of entries) {
    if (name.startsWith('files/')) await keepFile(dataDir, name, content)
    else await rows.put(name, content)
  }
  await rows.end()
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
}

const keepFile = async (dataDir: string, name: string, content: Buffer): Promise<void> => {
  const [, tenant = '', , sha256 = ''] = name.split('/')
  const found = createHash('sha256').update(content).digest('hex')
  if (found !== sha256 || !/^[0-9a-f-]{36}$/.test(tenant))
    throw new BackupProblem(`The backup is damaged: ${name} is not what it was.`)
  const path = join(dataDir, 'files', tenant, sha256.slice(0, 2), sha256)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content, { flush: true })
}

const keepSecret = async (dataDir: string, secret: string): Promise<void> => {
  await mkdir(dataDir, { recursive: true })
  await writeFile(join(dataDir, 'secret'), secret, { mode: 0o600, flush: true })
}
