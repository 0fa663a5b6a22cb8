import type { Db } from '@luoshi/server/db/pool'
import { sql } from 'kysely'
import { ask, askWell, connections } from './county/ask.ts'
import { tenantId, type Viewer, viewers } from './county/fill-county.ts'
import { type County, openCounty, signedInAs } from './county/open-county.ts'
import { startServer } from './county/start-server.ts'
import { printNotes, printTable } from './print-table.ts'
import { ascending, milliseconds, quantile } from './timing.ts'

/** 20 streets, 500 communities, 9,500 estates; every one of the 10,020 with a hundred tasks. */
const million = { streets: 20, communitiesEach: 25, estatesEach: 19, tasks: 100 }
const requests = 100
/** Beyond this many milliseconds no further request of a kind is sent. */
const patience = 30_000

/** A page of the list with the count of all that is within reach, for everybody from the county's office down to one estate. */
export const scopedList = async (args: readonly string[]): Promise<void> => {
  const size = args.includes('--small') ? { ...million, streets: 2 } : million
  console.log('Filling a county…')
  const county = await openCounty(size)
  try {
    const server = await startServer(county.url)
    try {
      console.log(
        `${county.assignments.toLocaleString('en')} assignments, ${county.units.toLocaleString('en')} units, as many people`,
      )
      await measure(county, server.url)
    } finally {
      await server.stop()
    }
  } finally {
    await county.close()
  }
}

type Asking = { readonly name: string; readonly query: (first: string) => string }

const askings: readonly Asking[] = [
  { name: 'first page and count', query: () => 'limit=50' },
  { name: 'page further on, and count', query: cursor => `limit=50&cursor=${cursor}` },
  { name: 'late only, and count', query: () => 'limit=50&timeliness=late' },
  {
    name: 'one programme, submitted',
    query: () => `limit=50&state=submitted&programmeId=01900004-0000-7000-8000-000000000003`,
  },
  { name: 'Chinese substring', query: () => `limit=50&q=${encodeURIComponent('消防')}` },
]

const measure = async (county: County, url: string): Promise<void> => {
  const agent = connections(1)
  const seen = Object.keys(viewers) as Viewer[] // the keys of a literal
  const rows: string[][] = []
  for (const asking of askings) {
    const times = new Map<Viewer, readonly number[]>()
    for (const viewer of seen) times.set(viewer, await timesOf(agent, `${url}/api/v1/assignments`, viewer, asking))
    const p95 = (viewer: Viewer): number => quantile(times.get(viewer) ?? [], 0.95)
    rows.push([
      asking.name,
      ...seen.map(viewer => `${milliseconds(quantile(times.get(viewer) ?? [], 0.5))} / ${milliseconds(p95(viewer))}`),
      `${(p95('estate') / p95('county')).toFixed(2)} ×`,
    ])
  }
  agent.destroy()
  rows.push(['raw SQL: first page and count', ...(await rawTimes(county.db, seen)), ''])
  console.log('\nMedian and p95 by who asks, one request at a time')
  printTable(['', "county's office", "street's office", 'community worker', 'estate worker', 'narrowest : root'], rows)
  const counts = await Promise.all(seen.map(viewer => totalOf(url, viewer)))
  printNotes(
    `Counted within reach: ${counts.map(count => count.toLocaleString('en')).join(', ')}.`,
    `Over HTTP with session, rights, row-level security and the whole reply; ${requests} requests each, fewer where they take long.`,
    'Raw SQL: the page and the count by a condition on the path, by the owner, past row-level security; there is no index on paths.',
    'Figures to hold: p95 under 300 ms, the narrowest at most 1.5 times the root.',
  )
}

const timesOf = async (
  agent: ReturnType<typeof connections>,
  url: string,
  viewer: Viewer,
  { query }: Asking,
): Promise<readonly number[]> => {
  const headers = signedInAs(viewer)
  const first = await askWell(agent, `${url}?limit=50`, headers)
  const { next } = JSON.parse(first.body) as { next: string | null } // the contract's page
  const asked = `${url}?${query(encodeURIComponent(next ?? ''))}`.replace(/&cursor=$/, '')
  await askWell(agent, asked, headers)
  const times: number[] = []
  for (const start = performance.now(); times.length < requests && performance.now() - start < patience; )
    times.push((await askWell(agent, asked, headers)).milliseconds)
  return ascending(times)
}

const totalOf = async (url: string, viewer: Viewer): Promise<number> => {
  const agent = connections(1)
  const { body } = await ask(agent, `${url}/api/v1/assignments?limit=1`, signedInAs(viewer))
  agent.destroy()
  return (JSON.parse(body) as { total: number }).total // the contract's page
}

const paths: Readonly<Record<Viewer, string>> = {
  county: 'county',
  street: 'county.s1',
  community: 'county.s1.c1',
  estate: 'county.s1.c1.e1',
}

const rawTimes = async (db: Db, seen: readonly Viewer[]): Promise<readonly string[]> => {
  const cells: string[] = []
  for (const viewer of seen) {
    const times: number[] = []
    for (const begun = performance.now(); times.length < requests && performance.now() - begun < patience; ) {
      const start = performance.now()
      await sql`select a.*, t.text from assignments a join tasks t on t.tenant_id = a.tenant_id and t.id = a.task_id
        where a.tenant_id = ${tenantId} and a.unit_path <@ ${paths[viewer]}::ltree and a.state <> 'withdrawn'
        order by a.due_at, a.id limit 51`.execute(db)
      await sql`select count(*) from assignments a
        where a.tenant_id = ${tenantId} and a.unit_path <@ ${paths[viewer]}::ltree and a.state <> 'withdrawn'`.execute(
        db,
      )
      times.push(performance.now() - start)
    }
    cells.push(`${milliseconds(quantile(ascending(times), 0.5))} / ${milliseconds(quantile(ascending(times), 0.95))}`)
  }
  return cells
}
