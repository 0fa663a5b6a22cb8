import { askWell, connections } from './county/ask.ts'
import { inCaseCounty, withServer } from './county/in-case-county.ts'
import { megabytes, memoryOf, watchMemory } from './county/memory-of.ts'
import { signedInAs } from './county/open-county.ts'
import type { Server } from './county/start-server.ts'
import { printNotes, printTable } from './print-table.ts'

const LIMIT = 60
const MARKED = 100_000
/** The largest list may take so many times the memory of the smallest. */
const FLAT = 1.3
const category = 'categoryId=01900009-0000-7000-8000-000000000001'

/** A hundredth, a tenth and four tenths of a million: what does not grow from one to the next is flat. */
const askings = [`${category}&programmeId=01900004-0000-7000-8000-000000000001`, category, 'origin=visit'] as const

/** Cases as a spreadsheet, and how much memory the server takes from beginning to end, each time in a server that has just started. */
export const caseExport = (args: readonly string[]): Promise<void> =>
  inCaseCounty(args, async county => {
    const seen: Exported[] = []
    for (const asking of askings) seen.push(await withServer(county, server => exported(server, asking)))
    const least = Math.min(...seen.map(({ most }) => most))
    const quarters = ['server before', 'at ¼', 'at ½', 'at ¾', 'at the end', 'at most']
    printTable(
      ['rows', 'seconds', 'rows/s', 'size', ...quarters, 'to the least', 'held'],
      seen.map(({ cells, rows, seconds, most }) => {
        const isHeld = most <= least * FLAT && (rows < MARKED * 0.9 || seconds * (MARKED / rows) < LIMIT)
        return [...cells, `${(most / least).toFixed(2)} ×`, isHeld ? 'yes' : 'NO']
      }),
    )
    printNotes(
      'Figures to hold: 100,000 cases in less than 60 seconds; whatever the length of the list, at most 1.3 times the memory of the shortest.',
      'Before: what the server takes after one list was read and one row exported. Resident memory of its process, every 100 ms.',
    )
  })

type Exported = {
  readonly cells: readonly string[]
  readonly rows: number
  readonly seconds: number
  /** Megabytes. */
  readonly most: number
}

const exported = async ({ url, pid }: Server, filter: string): Promise<Exported> => {
  const headers = signedInAs('county')
  const agent = connections(1)
  const { body } = await askWell(agent, `${url}/api/v1/cases?limit=1&${filter}`, headers)
  const { total } = JSON.parse(body) as { total: number } // the contract's page
  agent.destroy()
  await bytesOf(`${url}/api/v1/exports/cases.xlsx?q=${encodeURIComponent('4711号')}`, headers)
  const before = await memoryOf(pid)
  const { seen, stop } = watchMemory(pid)
  const start = performance.now()
  const bytes = await bytesOf(`${url}/api/v1/exports/cases.xlsx?${filter}`, headers)
  const seconds = (performance.now() - start) / 1000
  stop()
  const at = (part: number): string => megabytes(seen[Math.round((seen.length - 1) * part)] ?? before)
  const most = Math.max(before, ...seen)
  const figures = [
    total.toLocaleString('en'),
    seconds.toFixed(1),
    (total / seconds).toFixed(0),
    megabytes(bytes / 2 ** 20),
  ]
  const quarters = [megabytes(before), at(0.25), at(0.5), at(0.75), at(1), megabytes(most)]
  return { cells: [...figures, ...quarters], rows: total, seconds, most }
}

const bytesOf = async (url: string, headers: Readonly<Record<string, string>>): Promise<number> => {
  const reply = await fetch(url, { headers })
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`)
  let bytes = 0
  for await (const chunk of reply.body ?? []) bytes += chunk.length
  return bytes
}
