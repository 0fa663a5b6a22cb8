import { randomBytes } from 'node:crypto'
import { openPool } from '@luoshi/server/db/pool'
import { uuidV7 } from '@luoshi/server/ids'
import { sql } from 'kysely'
import { askWell, connections } from './county/ask.ts'
import { type County, openCounty, signedInAs } from './county/open-county.ts'
import { recordStatements } from './county/recorded-statements.ts'
import { startServer } from './county/start-server.ts'
import { type Load, load } from './load.ts'
import { printNotes, printTable } from './print-table.ts'
import { milliseconds } from './timing.ts'

const size = { streets: 10, communitiesEach: 10, estatesEach: 9, tasks: 50 }
const hands = 12
const seconds = 8

/** Requests per second of what is asked most, beside the very statements they send, sent straight to the database. */
export const requests = async (): Promise<void> => {
  console.log('Filling a county…')
  const county = await openCounty(size)
  try {
    const server = await startServer(county.url)
    try {
      await measure(county, server.url)
    } finally {
      await server.stop()
    }
  } finally {
    await county.close()
  }
}

const worker = signedInAs('community')

type Asking = { readonly name: string; readonly path: string; readonly isWrite: boolean }

const measure = async (county: County, url: string): Promise<void> => {
  const open = await openAssignments(county)
  const askings: readonly Asking[] = [
    { name: "read: a worker's today", path: '/api/v1/today', isWrite: false },
    { name: "read: a worker's list of 50 and its count", path: '/api/v1/assignments?limit=50', isWrite: false },
    { name: 'read: one assignment with its life', path: `/api/v1/assignments/${open[0]?.id}`, isWrite: false },
    { name: 'write: progress on an assignment', path: '', isWrite: true },
  ]
  const rows: string[][] = []
  for (const asking of askings) {
    const served = asking.isWrite ? await progressOver(url, open) : await readOver(url, asking.path)
    const { raw, statements } = await replayed(county.url, asking, open)
    rows.push([
      asking.name,
      ...figures(served),
      ...figures(raw),
      `${statements}`,
      `${((100 * served.perSecond) / raw.perSecond).toFixed(0)} %`,
    ])
  }
  printTable(['', 'HTTP', 'median', 'p95', 'raw SQL', 'median', 'p95', 'statements', 'HTTP of raw'], rows)
  printNotes(
    `${county.assignments.toLocaleString('en')} assignments, ${county.units.toLocaleString('en')} units; ${hands} connections, ${seconds} s each after 1 s to warm up.`,
    'Raw SQL: the same statements with the same values, transactions and row-level security, on as many connections, nothing made of the answers.',
    'Server, database and the load share this machine, the database is durable (fsync on); each write goes to an assignment of its own connection.',
  )
}

const figures = ({ perSecond, median, p95 }: Load): readonly string[] => [
  `${perSecond.toFixed(0)}/s`,
  milliseconds(median),
  milliseconds(p95),
]

type Open = { readonly id: string; version: number }

/** One for each hand, of the worker's own. */
const openAssignments = async ({ db }: County): Promise<readonly Open[]> => {
  const { rows } = await sql<Open>`select id, version from assignments
    where unit_path <@ 'county.s1.c1' and state in ('assigned', 'accepted', 'in-progress') order by id limit ${hands}`.execute(
    db,
  )
  return rows
}

const readOver = async (url: string, path: string): Promise<Load> => {
  const agent = connections(hands)
  const read = await load(hands, seconds, () => askWell(agent, `${url}${path}`, worker))
  agent.destroy()
  return read
}

const progressOver = async (url: string, open: readonly Open[]): Promise<Load> => {
  const agent = connections(hands)
  const written = await load(hands, seconds, async hand => {
    const mine = open[hand] as Open // as many as hands
    const sent = { version: mine.version, progress: mine.version % 100 }
    const { body } = await askWell(agent, `${url}/api/v1/assignments/${mine.id}/progress`, worker, sent)
    mine.version = (JSON.parse(body) as { version: number }).version // the contract's detail
  })
  agent.destroy()
  return written
}

/** Each hand sends the statements of one request, with ids of its own in place of those the house made and of the assignment. */
const replayed = async (
  databaseUrl: string,
  { path, isWrite }: Asking,
  open: readonly Open[],
): Promise<{ readonly raw: Load; readonly statements: number }> => {
  const [first] = open as readonly [Open] // as many as hands
  const { statements, made } = await recordStatements(databaseUrl, {
    path: isWrite ? `/api/v1/assignments/${first.id}/progress` : path,
    headers: worker,
    ...(isWrite && { sent: { version: first.version, progress: 50 } }),
  })
  const ids = uuidV7({ now: () => new Date() }, randomBytes)
  const pool = openPool({ url: databaseUrl, size: hands })
  const raw = await load(hands, seconds, async hand => {
    const fresh = new Map([...made].map(id => [id, ids.next()]))
    if (isWrite) fresh.set(first.id, open[hand]?.id ?? first.id)
    const client = await pool.connect()
    try {
      for (const { text, values } of statements)
        await client.query(
          text,
          values.map(value => fresh.get(String(value)) ?? value),
        )
    } finally {
      client.release()
    }
  })
  await pool.end()
  return { raw, statements: statements.length }
}
