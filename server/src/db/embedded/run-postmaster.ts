import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { program } from './binaries.ts'
import { EmbeddedProblem } from './embedded-problem.ts'
import { endPostmaster } from './end-postmaster.ts'
import type { Owner } from './owner.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { houseSettings } from './settings.ts'

export type PostmasterOptions = {
  readonly folder: string
  readonly owner: Owner
  readonly password: string
  readonly settings: Readonly<Record<string, string>>
  readonly log: (sentence: string) => void
}

export type Postmaster = { readonly url: string; readonly stop: () => Promise<void> }

const STARTS = 3
const LOG_LIMIT = 10 * 1024 * 1024

/** Starts PostgreSQL on a free loopback port and waits until it answers. */
export const runPostmaster = async (options: PostmasterOptions): Promise<Postmaster> => {
  const logFile = join(options.folder, 'postgres.log')
  for (let start = 1; ; start += 1) {
    const port = await freePort()
    const child = await launch(options, port, logFile)
    if (await answers(child, options.owner.cluster)) {
      const url = `postgres://luoshi:${options.password}@127.0.0.1:${port}`
      await makeDatabase(`${url}/postgres`)
      return { url: `${url}/luoshi`, stop: stopper(child, options.log, logFile) }
    }
    // Another program may have taken the port in between, or processes of a killed PostgreSQL are still leaving.
    if (start === STARTS) throw notStarted(logFile, await lastLines(logFile))
    await sleep(500)
  }
}

const launch = async (options: PostmasterOptions, port: number, logFile: string): Promise<ChildProcess> => {
  const { owner, settings } = options
  const log = await openLog(logFile)
  const chosen = Object.entries({ ...houseSettings, ...settings, port: String(port) })
  try {
    // In a session of its own, so that Ctrl-C reaches Luoshi alone, which then stops its database last.
    const child = spawn(
      program(owner.binaries, 'postgres'),
      ['-D', owner.cluster, ...chosen.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...owner.ids, cwd: '/', env: { PATH: process.env.PATH }, stdio: ['ignore', log.fd, log.fd], detached: true },
    )
    child.on('error', () => undefined) // seen as a child without a pid
    child.unref()
    return child
  } finally {
    await log.close()
  }
}

const openLog = async (path: string) => {
  const size = await stat(path).then(
    found => found.size,
    () => 0,
  )
  if (size > LOG_LIMIT) await rename(path, `${path}.1`)
  return open(path, 'a', 0o600)
}

/** True once PostgreSQL says that it is ready, however long its recovery takes; false when it ended instead. */
const answers = async (child: ChildProcess, cluster: string): Promise<boolean> => {
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const file = await readPostmasterFile(cluster)
    if (file?.pid === child.pid && file.ready) return true
    await sleep(20)
  }
  return false
}

const stopper = (child: ChildProcess, log: (sentence: string) => void, logFile: string) => {
  let stopping: Promise<void> | undefined
  child.on('exit', () => {
    if (!stopping) log(`The database stopped by itself; the reason is at the end of ${logFile}.`)
  })
  const end = async () => {
    const ended = child.exitCode !== null || child.signalCode !== null
    if (ended || child.pid === undefined || (await endPostmaster(child.pid))) return
    log(`The database (process ${child.pid}) does not stop; end it with kill -QUIT ${child.pid}.`)
  }
  return () => {
    stopping ??= end()
    return stopping
  }
}

const makeDatabase = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'luoshi'`)
    if (rowCount === 0) await client.query('create database luoshi')
  } finally {
    await client.end()
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })

const lastLines = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-8).join('\n')
}

const notStarted = (logFile: string, lines: string) =>
  new EmbeddedProblem('not-started', `The database did not start. The end of ${logFile} says:\n${lines}`)
