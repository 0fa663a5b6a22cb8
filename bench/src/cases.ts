import { readFile } from 'node:fs/promises'
import { ask, askWell, connections } from './county/ask.ts'
import { fillCases } from './county/fill-cases.ts'
import { type Viewer, viewers } from './county/fill-county.ts'
import { openCounty, signedInAs } from './county/open-county.ts'
import { startServer } from './county/start-server.ts'
import { printNotes, printTable } from './print-table.ts'
import { ascending, milliseconds, quantile } from './timing.ts'

/** As for the list of tasks: 10,020 units; each with a hundred cases and one task. */
const county = { streets: 20, communitiesEach: 25, estatesEach: 19, tasks: 1 }
const requests = 60
const patience = 30_000

const askings = [
  { name: 'open: first page and count', path: 'cases?limit=50&open=true' },
  { name: 'late only, and count', path: 'cases?limit=50&open=true&light=red' },
  { name: 'soon due only, and count', path: 'cases?limit=50&open=true&light=yellow' },
  { name: 'everything ever: first page and count', path: 'cases?limit=50' },
  { name: 'board: five columns with counts', path: 'cases/board?each=20' },
  { name: 'Chinese substring', path: `cases?limit=50&open=true&q=${encodeURIComponent('消防')}` },
] as const

/** The list, the board and the export of cases at a million of them. */
export const cases = async (args: readonly string[]): Promise<void> => {
  console.log('Filling a county…')
  const filled = await openCounty(args.includes('--small') ? { ...county, streets: 2 } : county)
  try {
    const count = await fillCases(filled.db, 100)
    const server = await startServer(filled.url)
    try {
      console.log(`${count.toLocaleString('en')} cases, ${filled.units.toLocaleString('en')} units`)
      await measureLists(server.url)
      await measureExport(server.url, server.pid)
    } finally {
      await server.stop()
    }
  } finally {
    await filled.close()
  }
}

const measureLists = async (url: string): Promise<void> => {
  const agent = connections(1)
  const seen = Object.keys(viewers) as Viewer[] // the keys of a literal
  const rows: string[][] = []
  for (const { name, path } of askings) {
    const p95s: number[] = []
    const cells: string[] = []
    for (const viewer of seen) {
      const times = await timesOf(agent, `${url}/api/v1/${path}`, viewer)
      p95s.push(quantile(times, 0.95))
      cells.push(`${milliseconds(quantile(times, 0.5))} / ${milliseconds(quantile(times, 0.95))}`)
    }
    rows.push([name, ...cells, `${((p95s.at(-1) ?? 0) / (p95s[0] ?? 1)).toFixed(2)} ×`])
  }
  agent.destroy()
  console.log('\nMedian and p95 by who asks, one request at a time')
  printTable(['', "county's office", "street's office", 'community worker', 'estate worker', 'narrowest : root'], rows)
  printNotes('Figures to hold: p95 under 300 ms, the narrowest at most 1.5 times the root.')
}

const timesOf = async (
  agent: ReturnType<typeof connections>,
  url: string,
  viewer: Viewer,
): Promise<readonly number[]> => {
  const headers = signedInAs(viewer)
  await askWell(agent, url, headers)
  const times: number[] = []
  for (const start = performance.now(); times.length < requests && performance.now() - start < patience; )
    times.push((await askWell(agent, url, headers)).milliseconds)
  return ascending(times)
}

/** One category in ten: a hundred thousand rows as a spreadsheet, and how much memory the server takes meanwhile. */
const measureExport = async (url: string, pid: number): Promise<void> => {
  const agent = connections(1)
  const headers = signedInAs('county')
  const path = `${url}/api/v1/exports/cases.xlsx?categoryId=01900009-0000-7000-8000-000000000001`
  const before = await memoryOf(pid)
  let most = before
  const watch = setInterval(() => {
    void memoryOf(pid).then(now => {
      most = Math.max(most, now)
    })
  }, 250)
  const start = performance.now()
  const reply = await fetch(path, { headers })
  let bytes = 0
  for await (const chunk of reply.body ?? []) bytes += chunk.length
  const seconds = (performance.now() - start) / 1000
  clearInterval(watch)
  const { total } = JSON.parse(
    (await ask(agent, `${url}/api/v1/cases?limit=1&categoryId=01900009-0000-7000-8000-000000000001`, headers)).body,
  ) as { total: number } // the contract's page
  agent.destroy()
  console.log('\nExport')
  printTable(
    ['rows', 'seconds', 'size', 'server before', 'server at most'],
    [
      [
        total.toLocaleString('en'),
        seconds.toFixed(1),
        `${(bytes / 1e6).toFixed(1)} MB`,
        `${Math.round(before)} MB`,
        `${Math.round(most)} MB`,
      ],
    ],
  )
  printNotes('Figure to hold: 100,000 cases in less than 60 seconds, in memory that does not grow with them.')
}

const memoryOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
