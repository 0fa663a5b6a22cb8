import { askWell, connections } from './county/ask.ts'
import { openCaseCounty } from './county/case-county.ts'
import { megabytes, memoryOf, watchMemory } from './county/memory-of.ts'
import { signedInAs } from './county/open-county.ts'
import { startServer } from './county/start-server.ts'
import { printNotes, printTable } from './print-table.ts'

const LIMIT = 60
const MARKED = 100_000
const category = 'categoryId=01900009-0000-7000-8000-000000000001'

/** A hundredth, a tenth and four tenths of a million: what does not grow from one to the next is flat. */
const askings = [`${category}&programmeId=01900004-0000-7000-8000-000000000001`, category, 'origin=visit'] as const

/** Cases as a spreadsheet, and how much memory the server takes from beginning to end, each time in a server that has just started. */
export const caseExport = async (args: readonly string[]): Promise<void> => {
  console.log('Filling a county…')
  const county = await openCaseCounty(args)
  try {
    const rows: string[][] = []
    for (const asking of askings) {
      const server = await startServer(county.url)
      try {
        rows.push(await exported(server.url, server.pid, asking))
      } finally {
        await server.stop()
      }
    }
    const quarters = ['server before', 'at ¼', 'at ½', 'at ¾', 'at the end', 'at most']
    printTable(['rows', 'seconds', 'rows/s', 'size', ...quarters, 'held'], rows)
    printNotes(
      'Figure to hold: 100,000 cases in less than 60 seconds, in memory that does not grow with them.',
      'Before: what the server takes after one list was read and one row exported. Resident memory of its process, every 100 ms.',
    )
  } finally {
    await county.close()
  }
}

const exported = async (url: string, pid: number, filter: string): Promise<string[]> => {
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
  return [
    ...[total.toLocaleString('en'), seconds.toFixed(1), (total / seconds).toFixed(0), megabytes(bytes / 2 ** 20)],
    ...[megabytes(before), at(0.25), at(0.5), at(0.75), at(1), megabytes(Math.max(before, ...seen))],
    total < MARKED * 0.9 ? '' : seconds * (MARKED / total) < LIMIT ? 'yes' : 'NO',
  ]
}

const bytesOf = async (url: string, headers: Readonly<Record<string, string>>): Promise<number> => {
  const reply = await fetch(url, { headers })
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`)
  let bytes = 0
  for await (const chunk of reply.body ?? []) bytes += chunk.length
  return bytes
}
