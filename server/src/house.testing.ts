import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { createApp } from './app.ts'
import { type Client, clientFor } from './client.testing.ts'
import type { House, Log } from './context.ts'
import { freshDatabase } from './db/fresh-database.testing.ts'
import { folderFiles } from './evidence/folder-files.ts'
import type { Limits } from './http/rate-limits.ts'
import { uuidV7 } from './ids.ts'
import type { Job, JobName } from './jobs/jobs.ts'
import { workers } from './jobs/work.ts'
import { type PersonName, type Seeded, seed } from './seed.testing.ts'
import { sessionCookieName, signedCookieValue } from './sign-in/session-cookie.ts'

export type TestHouse = {
  readonly house: House
  readonly app: FastifyInstance
  readonly url: string
  readonly seeded: Seeded
  /** A client signed in as somebody of the seed; `nobody` is not signed in. */
  readonly as: (who: PersonName | 'nobody') => Client
  readonly cookieOf: (who: PersonName) => string
  /** Moves the clock to an instant. */
  readonly setClock: (instant: string) => void
  /** Does what was sent to the background, and what that sends, until nothing waits. */
  readonly runJobs: () => Promise<readonly JobName[]>
  readonly logged: readonly Logged[]
  readonly close: () => Promise<void>
}

export type Logged = { readonly level: string; readonly fields: object; readonly sentence: string }

/** Without limits unless they are what the test is about. */
export type Opening = { readonly empty?: boolean; readonly limits?: Limits | null }

/** A Monday morning in Asia/Shanghai. */
export const monday = '2026-03-02T09:00:00+08:00'

const SECRET = 'a secret of the tests alone, long enough'

/** The whole server on a database of its own, listening, with people of two counties. */
export const openHouse = async (
  changes: Partial<House> = {},
  { empty = false, limits = null }: Opening = {},
): Promise<TestHouse> => {
  const database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-files-'))
  let now = new Date(monday)
  const clock = { now: () => now }
  const logged: Logged[] = []
  const waiting: [JobName, Job][] = []
  const house: House = {
    db: database.db,
    databaseUrl: database.url,
    clock,
    ids: uuidV7(clock, randomBytes),
    random: randomBytes,
    files: folderFiles(folder),
    jobs: {
      send: async (name, job) => void waiting.push([name, job]),
      state: async () => ({ running: true, waiting: waiting.length, poison: 0 }),
    },
    log: logInto(logged),
    publicUrl: 'http://127.0.0.1',
    secret: SECRET,
    smtpUrl: null,
    ...changes,
  }
  const seeded = empty ? nothing : await seed(house)
  const app = await createApp(house, { limits })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` // listening on TCP
  const cookieOf = (who: PersonName): string =>
    `${sessionCookieName(false)}=${signedCookieValue(seeded.tokens[who], SECRET)}`

  return {
    house,
    app,
    url,
    seeded,
    logged,
    cookieOf,
    as: who => clientFor(url, who === 'nobody' ? {} : { cookie: cookieOf(who) }),
    setClock: instant => {
      now = new Date(instant)
    },
    runJobs: () => drain(house, waiting),
    close: async () => {
      await app.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A house that waits to be set up has nobody to speak of. */
const nothing = {} as Seeded

const drain = async (house: House, waiting: [JobName, Job][]): Promise<readonly JobName[]> => {
  const done: JobName[] = []
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, job] = next
    await workers[name]?.(house, job)
    done.push(name)
  }
  return done
}

const logInto = (logged: Logged[]): Log => {
  const at =
    (level: string) =>
    (fields: object, sentence: string): void =>
      void logged.push({ level, fields, sentence })
  return { info: at('info'), warn: at('warn'), error: at('error') }
}
