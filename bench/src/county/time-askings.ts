import type { Db } from '@luoshi/server/db/pool'
import { printTable } from '../print-table.ts'
import { ascending, quantile } from '../timing.ts'
import { askWell, connections } from './ask.ts'
import { type Viewer, viewers } from './fill-county.ts'
import { signedInAs } from './open-county.ts'
import { processorTime, usedBetween } from './processor-time.ts'
import type { Server } from './start-server.ts'

export type Asking = { readonly name: string; readonly path: string }

/** What every page of a list is held to. */
const LIMIT = 300
/** The narrowest role may take so many times what the widest takes. */
const RATIO = 1.5
const REQUESTS = 30
const PATIENCE = 5_000

/**
 * Asks each thing over and over for everybody from the county's office down to one estate, and prints median, p95 and processor time
 * beside the limit.
 */
export const timeAskings = async (
  { url, pid }: Pick<Server, 'url' | 'pid'>,
  db: Db,
  askings: readonly Asking[],
): Promise<void> => {
  const agent = connections(1)
  const seen = Object.keys(viewers) as Viewer[] // the keys of a literal
  const rows: string[][] = []
  for (const { name, path } of askings) {
    const p95s: number[] = []
    const cells: string[] = []
    for (const viewer of seen) {
      const before = await processorTime(db, pid)
      const times = await timesOf(agent, `${url}/api/v1/${path}`, viewer)
      const used = usedBetween(before, await processorTime(db, pid))
      const each = (used.server + used.database) / (times.length + 1)
      p95s.push(quantile(times, 0.95))
      cells.push([quantile(times, 0.5), quantile(times, 0.95), each].map(time => time.toFixed(0)).join(' / '))
    }
    const ratio = (p95s.at(-1) ?? 0) / (p95s[0] ?? 1)
    const isHeld = p95s.every(p95 => p95 < LIMIT) && ratio <= RATIO
    rows.push([name, ...cells, `${ratio.toFixed(2)} ×`, isHeld ? 'yes' : 'NO'])
  }
  agent.destroy()
  console.log('\nMilliseconds by who asks, one request at a time: median / p95 / processor time of server and database')
  const heads = ["county's office", "street's office", 'community worker', 'estate worker', 'narrowest : root', 'held']
  printTable(['', ...heads], rows)
}

const timesOf = async (
  agent: ReturnType<typeof connections>,
  url: string,
  viewer: Viewer,
): Promise<readonly number[]> => {
  const headers = signedInAs(viewer)
  await askWell(agent, url, headers)
  const times: number[] = []
  for (const start = performance.now(); times.length < REQUESTS && performance.now() - start < PATIENCE; )
    times.push((await askWell(agent, url, headers)).milliseconds)
  return ascending(times)
}
