import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LedgerExport } from '@luoshi/contract/ledger'
import { ask, askWell, connections } from './county/ask.ts'
import { tenantId } from './county/fill-county.ts'
import { countyId, fillPapers, programmeId } from './county/fill-papers.ts'
import { megabytes, memoryOf, watchMemory } from './county/memory-of.ts'
import { openCounty, signedInAs } from './county/open-county.ts'
import { type Server, startArchiveServer } from './county/start-server.ts'
import { printNotes, printTable } from './print-table.ts'

const EACH = 20
const headers = signedInAs('county')

/** A set of ten gigabytes made as one archive and fetched, once whole and once in two pieces, and what memory that takes. */
export const archive = async (args: readonly string[]): Promise<void> => {
  const papers = args.includes('--small') ? 25 : 500
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-bench-archive-'))
  console.log(`Writing ${papers} papers of ${EACH} MB…`)
  try {
    const county = await openCounty({ streets: 1, communitiesEach: 1, estatesEach: 9, tasks: 1 })
    try {
      await fillPapers(county.db, folder, papers, EACH)
      const server = await startArchiveServer(county.url, folder)
      try {
        await measure(server, folder, papers)
      } finally {
        await server.stop()
      }
    } finally {
      await county.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const measure = async (server: Server, folder: string, papers: number): Promise<void> => {
  const rows: string[][] = []
  const made = await timed(server, rows, 'made', () => make(server.url))
  if (made.files !== papers) throw new Error(`The set holds ${made.files} papers and not ${papers}`)
  const url = `${server.url}${made.url}`
  const whole = await timed(server, rows, 'fetched whole', () => digestOf(url, []))
  const half = Math.floor((made.bytes ?? 0) / 2)
  const cut = await timed(server, rows, 'broken off half-way, gone on by Range', () => digestOf(url, [half]))
  printTable(['', 'seconds', 'MB/s', 'server before', 'at half time', 'at most'], rows)
  const path = join(folder, tenantId, 'archives', made.id)
  const opened = spawnSync('unzip', ['-tqq', path])
  printNotes(
    `${made.files} papers of ${EACH} MB in an archive of ${megabytes((made.bytes ?? 0) / 2 ** 20)}; resident memory of the server, every 100 ms.`,
    `In two pieces it is ${whole === cut ? 'the same' : 'NOT THE SAME'} to the bit: SHA-256 ${whole.slice(0, 16)}… and ${cut.slice(0, 16)}….`,
    opened.error
      ? 'There is no unzip here to open it with.'
      : opened.status === 0
        ? 'unzip -t finds every entry whole.'
        : `UNZIP FINDS FAULT WITH IT: ${opened.stdout}${opened.stderr}`,
    'Figure to hold: ten gigabytes without growing memory, resumable.',
  )
}

const timed = async <T>(server: Server, rows: string[][], name: string, run: () => Promise<T>): Promise<T> => {
  const before = await memoryOf(server.pid)
  const { seen, stop } = watchMemory(server.pid)
  const start = performance.now()
  const result = await run()
  stop()
  const seconds = (performance.now() - start) / 1000
  const size = (await exportsOf(server.url))[0]?.bytes ?? 0
  rows.push([
    ...[name, seconds.toFixed(1), (size / 2 ** 20 / seconds).toFixed(0), megabytes(before)],
    ...[megabytes(seen[Math.floor(seen.length / 2)] ?? before), megabytes(Math.max(before, ...seen))],
  ])
  return result
}

const make = async (url: string): Promise<LedgerExport> => {
  const agent = connections(1)
  const asked = await ask(agent, `${url}/api/v1/programmes/${programmeId}/ledger/exports`, headers, {
    unitId: countyId,
  })
  agent.destroy()
  if (asked.status !== 200) throw new Error(`The set was answered ${asked.status}: ${asked.body.slice(0, 300)}`)
  for (;;) {
    const [newest] = await exportsOf(url)
    if (newest?.state === 'ready') return newest
    if (newest?.state === 'failed') throw new Error('The set failed')
    await sleep(200)
  }
}

const exportsOf = async (url: string): Promise<readonly LedgerExport[]> => {
  const agent = connections(1)
  const { body } = await askWell(agent, `${url}/api/v1/programmes/${programmeId}/ledger/exports`, headers)
  agent.destroy()
  return (JSON.parse(body) as { items: LedgerExport[] }).items // the contract's page
}

/** Of what is fetched; the connection is cut once so many bytes have come, and the rest is asked for anew. */
const digestOf = async (url: string, cuts: readonly number[]): Promise<string> => {
  const hash = createHash('sha256')
  let at = 0
  for (const cut of [...cuts, Number.POSITIVE_INFINITY]) {
    const leaving = new AbortController()
    const range = at === 0 ? {} : { range: `bytes=${at}-` }
    const reply = await fetch(url, { headers: { ...headers, ...range }, signal: leaving.signal })
    if (reply.status !== (at === 0 ? 200 : 206)) throw new Error(`The archive was answered ${reply.status}`)
    for await (const chunk of reply.body ?? []) {
      const kept = chunk.subarray(0, cut - at)
      hash.update(kept)
      at += kept.length
      if (at >= cut) break
    }
    leaving.abort()
  }
  return hash.digest('hex')
}
