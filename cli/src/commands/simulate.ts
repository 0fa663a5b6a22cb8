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
import { type Simulated, simulatePlan } from '@luoshi/server/simulate/simulate-plan'
import { type Run, status, type Terminal } from '../command.ts'
import { refused } from './refused.ts'

const options = { days: { type: 'string', default: '400' } } as const
const catalogue = join(import.meta.dirname, '../../../catalogue')

/** Runs a ready programme through its calendar on a database of its own that is gone afterwards, and accounts for everything. */
export const simulate: Run = async (args, terminal) => {
  let wanted: { readonly name: string; readonly days: number }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [name] = positionals
    const days = Number(values.days)
    if (name === undefined || positionals.length > 1) throw new Error('Name one ready programme, such as a07.')
    if (!Number.isInteger(days) || days < 1) throw new Error('--days takes a whole number of days, such as 90.')
    wanted = { name, days }
  } catch (error) {
    return refused('simulate', terminal, error)
  }
  const folder = await archetype(wanted.name)
  if (folder === null) return refused('simulate', terminal, new Error(`The catalogue has no ${wanted.name}.`))
  const text = await readFile(join(catalogue, folder, 'plan.md'), 'utf8')
  const ran = await onOwnDatabase(house =>
    simulatePlan(house, { text, name: `${folder}.md`, days: wanted.days, say: line => terminal.err(`${line}\n`) }),
  )
  tell(terminal, ran)
  return ran.faults.length === 0 ? status.clean : status.errors
}

/** The folder whose name begins so: `a07`, `a07-clean-up-campaign`, `A7`. */
const archetype = async (name: string): Promise<string | null> => {
  const sought = name.toLowerCase().replace(/^a(\d)(?!\d)/, 'a0$1')
  const folders = (await readdir(catalogue)).filter(folder => /^[a-z]\d\d-/.test(folder))
  return folders.find(folder => folder === sought || folder.startsWith(`${sought}-`)) ?? null
}

const onOwnDatabase = async <T>(run: (house: House) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-simulate-'))
  const embedded = await startEmbedded({ dataDir: folder, log: () => {} })
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
