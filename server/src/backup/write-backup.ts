import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Clock } from '../context.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { quoted, type Table, tablesInOrder } from './tables-in-order.ts'
import { archiveEnd, packed } from './tar.ts'
import { waitingJobs } from './waiting-jobs.ts'

export type BackupSource = { readonly databaseUrl: string; readonly dataDir: string; readonly clock: Clock }

/** Hears what the archive holds and which evidence files the house has lost. */
export type BackupListener = (event: { readonly kind: 'manifest'; readonly manifest: BackupManifest } | Missing) => void

type Missing = { readonly kind: 'missing'; readonly path: string }

const PIECE = 4 * 1024 * 1024

/**
 * The whole record as a tar archive, piece by piece: every table as it stood at one moment, while people go on working,
 * and every file that it names.
 */
export const writeBackup = async function* (source: BackupSource, hear: BackupListener): AsyncGenerator<Buffer> {
  const client = new pg.Client({ connectionString: source.databaseUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const files = await filesNamed(client)
    const manifest = await describe(client, source, files.length)
    hear({ kind: 'manifest', manifest })
    yield packed({ name: 'manifest.json', content: Buffer.from(JSON.stringify(manifest)) })
    for (const table of manifest.tables) yield* piecesOf(client, table)
    await client.query('commit')

    for (const path of files) {
      const content = await readFile(join(source.dataDir, 'files', path)).catch(() => undefined)
      if (content) yield packed({ name: `files/${path}`, content })
      else hear({ kind: 'missing', path })
    }
    yield archiveEnd
  } finally {
    await client.end()
  }
}

const describe = async (client: pg.Client, source: BackupSource, files: number): Promise<BackupManifest> => {
  const { rows } = await client.query<{ name: string }>('select name from schema_migrations order by name')
  const tables = await tablesInOrder(client)
  return {
    format: 'luoshi-backup/1',
    madeAt: source.clock.now().toISOString(),
    migrations: rows.map(row => row.name),
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    files,
    jobs: await waitingJobs(client),
    secret: await readFile(join(source.dataDir, 'secret'), 'utf8').catch(() => null),
  }
}

/** Paths below the folder of files: `<tenant>/<first two of the hash>/<hash>`. */
const filesNamed = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ path: string }>(
    `select tenant_id || '/' || left(sha256, 2) || '/' || sha256 as path from files order by 1`,
  )
  return rows.map(row => row.path)
}

/** The rows of a table in PostgreSQL's own copy format, cut into pieces that fit into memory. */
const piecesOf = async function* (client: pg.Client, { name, columns }: Table): AsyncGenerator<Buffer> {
  const list = columns.map(column => `"${column}"`).join(', ')
  const rows = client.query(copyTo(`copy (select ${list} from ${quoted(name)}) to stdout`))
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of rows) {
    held.push(chunk)
    length += chunk.length
    if (length < PIECE) continue
    yield packed({ name: `tables/${name}`, content: Buffer.concat(held) })
    held = []
    length = 0
  }
  if (length > 0) yield packed({ name: `tables/${name}`, content: Buffer.concat(held) })
}
