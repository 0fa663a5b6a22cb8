import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { House } from '@luoshi/server/context'
import { startEmbedded } from '@luoshi/server/db/embedded/start-embedded'
import { migrate } from '@luoshi/server/db/migrate'
import { openDatabase, openPool } from '@luoshi/server/db/pool'
import { folderFiles } from '@luoshi/server/evidence/folder-files'
import { uuidV7 } from '@luoshi/server/ids'
import { type Simulated, simulatePlans } from '@luoshi/server/simulate/simulate-plans'
import { type Run, status, type Terminal } from '../command.ts'
import { refused } from './refused.ts'

const options = { days: { type: 'string', default: '400' }, all: { type: 'boolean', default: false } } as const
const catalogue = join(import.meta.dirname, '../../../catalogue')

/**
 * Runs ready programmes through their calendars, beside each other in one county, on a database of its own that is gone afterwards,
 * and accounts for everything.
 */
export const simulate: Run = async (args, terminal) => {
  let wanted: { readonly folders: readonly string[]; readonly days: number }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (values.all === positionals.length > 0) throw new Error('Name ready programmes, such as a07, or say --all.')
    const days = Number(values.days)
    if (!Number.isInteger(days) || days < 1) throw new Error('--days takes a whole number of days, such as 90.')
    wanted = { folders: values.all ? await archetypes() : await Promise.all(positionals.map(archetype)), days }
  } catch (error) {
    return refused('simulate', terminal, error)
  }
  const plans = await Promise.all(wanted.folders.map(plan))
  const ran = await onOwnDatabase(house =>
    simulatePlans(house, { plans, days: wanted.days, say: line => terminal.err(`${line}\n`) }),
  )
  for (const one of ran.toSorted((a, b) => (a.name < b.name ? -1 : 1))) tell(terminal, one)
  return ran.every(({ faults }) => faults.length === 0) ? status.clean : status.errors
}

const plan = async (name: string) => ({ name, text: await readFile(join(catalogue, name, 'plan.md'), 'utf8') })

const archetypes = async (): Promise<readonly string[]> =>
  (await readdir(catalogue)).filter(folder => /^[a-z]\d\d-/.test(folder)).sort()

/** The folder whose name begins so: `a07`, `a07-clean-up-campaign`, `A7`. */
const archetype = async (name: string): Promise<string> => {
  const sought = name.toLowerCase().replace(/^a(\d)(?!\d)/, 'a0$1')
  const found = (await archetypes()).find(folder => folder === sought || folder.startsWith(`${sought}-`))
  if (found === undefined) throw new Error(`The catalogue has no ${name}.`)
  return found
}

const onOwnDatabase = async <T>(run: (house: House) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-simulate-'))
  // Nothing outlives the command, so nothing need reach the disk.
  const embedded = await startEmbedded({ dataDir: folder, log: () => {}, settings: { fsync: 'off' } })
  const pool = openPool({ url: embedded.url })
  try {
    await migrate(pool)
    const clock = { now: () => new Date() }
    return await run({
      db: openDatabase(pool),
      databaseUrl: embedded.url,
      clock,
      ids: uuidV7(clock, randomBytes),
      random: randomBytes,
      files: folderFiles(join(folder, 'files')),
      jobs: { send: async () => {}, state: async () => ({ running: false, waiting: 0, poison: 0 }) },
      log: { info: () => {}, warn: () => {}, error: () => {} },
      publicUrl: 'http://localhost',
      secret: '',
      smtpUrl: null,
    })
  } finally {
    await pool.end()
    await embedded.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const tell = ({ out }: Terminal, ran: Simulated): void => {
  const { title, from, to, assignments, confirmed, late, duties, occurrences, recorded, missed, faults } = ran
  out(`${title}\n${from} – ${to}\n`)
  out(`任务交办 ${assignments},确认 ${confirmed},逾期 ${late}\n`)
  out(`常态工作 ${duties} 项,到期 ${occurrences} 次,已记录 ${recorded},曾漏办 ${missed}\n`)
  for (const fault of faults) out(`✗ ${fault}\n`)
  if (faults.length === 0) out('✓ 每项常态工作都有交代,没有重复,各处数字一致,每项都能回到原文。\n')
}
