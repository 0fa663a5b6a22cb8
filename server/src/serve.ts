import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { createApp } from './app.ts'
import type { Clock, House, Log, Random, SingleSignOn, Tiles } from './context.ts'
import { startEmbedded } from './db/embedded/start-embedded.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase, openPool } from './db/pool.ts'
import { checkVersion } from './db/version.ts'
import { folderFiles } from './evidence/folder-files.ts'
import type { Limits } from './http/rate-limits.ts'
import { uuidV7 } from './ids.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { isHalfLoaded } from './sample/half-loaded.ts'
import { keptSecret } from './secret.ts'

export type Settings = {
  readonly port: number
  readonly host: string
  /** Null starts the database that comes with Luoshi, in the data folder. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly secret: string | null
  readonly publicUrl: string | null
  readonly smtpUrl: string | null
  readonly tiles: Tiles | null
  readonly singleSignOn: SingleSignOn | null
  /** Whether an empty house is filled with the sample county. */
  readonly sample: boolean
  readonly webDir: string | null
  /** Null for none, to measure by. */
  readonly limits: Limits | null
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Whole sentences for the operator. */
  readonly say: (sentence: string) => void
}

export type Running = {
  readonly address: string
  readonly house: House
  /** In order: no more requests, then no more jobs, then the pool, then the database. */
  readonly stop: () => Promise<void>
}

/** Starts everything, in order. What had been started is stopped again when a later step fails. */
export const serve = async (settings: Settings): Promise<Running> => {
  const started: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (let step = started.pop(); step !== undefined; step = started.pop()) await step()
  }
  try {
    return { ...(await start(settings, started)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const start = async (settings: Settings, started: (() => Promise<unknown>)[]): Promise<Omit<Running, 'stop'>> => {
  const { clock, random, log, say } = settings
  const dataDir = resolve(settings.dataDir)
  const databaseUrl = settings.databaseUrl ?? (await ownDatabase(dataDir, say, started))
  const pool = openPool({ url: databaseUrl, size: 12 })
  started.push(() => pool.end())
  await checkVersion(pool)
  await migrate(pool, say)
  const jobs = await startJobs(databaseUrl, log)
  started.push(jobs.stop)

  const house: House = {
    db: openDatabase(pool),
    databaseUrl,
    clock,
    ids: uuidV7(clock, random),
    random,
    files: folderFiles(join(dataDir, 'files')),
    jobs,
    log,
    publicUrl: settings.publicUrl ?? `http://localhost:${settings.port}`,
    secret: settings.secret ?? (await keptSecret(dataDir, random)),
    smtpUrl: settings.smtpUrl,
    tiles: settings.tiles,
    singleSignOn: settings.singleSignOn,
  }
  if (settings.sample) await fillWithSample(house, say)
  const app = await createApp(house, { webDir: settings.webDir, pool, limits: settings.limits })
  await listen(app, settings)
  started.push(() => app.close())
  await jobs.work(house)
  return { house, address: addressOf(app.server.address() as AddressInfo, settings.host) } // it listens on TCP
}

const listen = async (app: FastifyInstance, { port, host }: Settings): Promise<void> => {
  try {
    await app.listen({ port, host })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new Error(`Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`)
  }
}

const ownDatabase = async (
  dataDir: string,
  say: Settings['say'],
  started: (() => Promise<unknown>)[],
): Promise<string> => {
  const embedded = await startEmbedded({ dataDir, log: say })
  started.push(embedded.stop)
  return embedded.url
}

const fillWithSample = async (house: House, say: Settings['say']): Promise<void> => {
  const tenant = await house.db.selectFrom('tenants').select('tenant_id').limit(1).executeTakeFirst()
  if (tenant !== undefined && !(await isHalfLoaded(house))) return
  say('Filling the empty house with a sample county…')
  // Loaded when it is needed: a house at work never is.
  const { loadSample } = await import('./sample/load-sample.ts')
  await loadSample(house, say)
}

const addressOf = ({ port }: AddressInfo, host: string): string =>
  `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`
