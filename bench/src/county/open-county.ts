import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { House } from '@luoshi/server/context'
import { startEmbedded } from '@luoshi/server/db/embedded/start-embedded'
import { migrate } from '@luoshi/server/db/migrate'
import { type Db, openDatabase, openPool } from '@luoshi/server/db/pool'
import { folderFiles } from '@luoshi/server/evidence/folder-files'
import { uuidV7 } from '@luoshi/server/ids'
import { sessionCookieName, signedCookieValue } from '@luoshi/server/sign-in/session-cookie'
import { type CountySize, fillCounty, tokenOf, type Viewer } from './fill-county.ts'

type Filled = { readonly units: number; readonly assignments: number }

export type County = Filled & {
  readonly url: string
  readonly db: Db
  readonly close: () => Promise<void>
}

export const secret = 'a secret of the benchmarks alone, long enough'

export type Filling = {
  /** What is filled into the county besides. */
  readonly more?: (db: Db) => Promise<unknown>
  /** A folder that stays, and is not filled again the next time; without it the county goes away. */
  readonly kept?: string | undefined
}

/** A real database as the house runs it — durable, with its own settings — filled, on a folder that goes away again or stays. */
export const openCounty = async (size: CountySize, { more, kept }: Filling = {}): Promise<County> => {
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'luoshi-bench-')))
  const starting = startEmbedded({ dataDir, log: () => {} })
  const release = async (): Promise<void> => {
    await (await starting).stop()
    if (kept === undefined) await rm(dataDir, { recursive: true, force: true })
  }
  // Broken off, it takes its database away with it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void release().finally(() => process.exit(1)))

  const embedded = await starting
  const db = openDatabase(openPool({ url: embedded.url, size: 2 }))
  const close = async (): Promise<void> => {
    await db.destroy()
    await release()
  }
  try {
    const pool = openPool({ url: embedded.url, size: 1 })
    await migrate(pool)
    await pool.end()
    return { url: embedded.url, db, ...(await filledOnce(db, size, more, join(dataDir, 'filled.json'))), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** How much there is; filled where nothing says that it is filled already. */
const filledOnce = async (db: Db, size: CountySize, more: Filling['more'], note: string): Promise<Filled> => {
  const noted = await readFile(note, 'utf8').catch(() => null)
  if (noted !== null) {
    const found = JSON.parse(noted) as { readonly size: CountySize; readonly filled: Filled } // written below
    if (JSON.stringify(found.size) === JSON.stringify(size)) return found.filled
    throw new Error(`The county kept beside ${note} is of another size. Remove its folder or name another.`)
  }
  const filled = await fillCounty(db, size)
  await more?.(db)
  await writeFile(note, JSON.stringify({ size, filled }))
  return filled
}

/** The house on a database that is open already: jobs are not done, logs not written. */
export const houseOn = (db: Db, databaseUrl: string): House => {
  const clock = { now: () => new Date() }
  return {
    db,
    databaseUrl,
    clock,
    ids: uuidV7(clock, randomBytes),
    random: randomBytes,
    files: folderFiles(join(tmpdir(), 'luoshi-bench-files')),
    jobs: { send: async () => {}, state: async () => ({ running: true, waiting: 0, poison: 0 }) },
    log: { info: () => {}, warn: () => {}, error: (fields, sentence) => console.error(sentence, fields) },
    publicUrl: 'http://127.0.0.1',
    secret,
    smtpUrl: null,
  }
}

/** Headers of somebody signed in. */
export const signedInAs = (viewer: Viewer): Readonly<Record<string, string>> => ({
  cookie: `${sessionCookieName(false)}=${signedCookieValue(tokenOf(viewer), secret)}`,
})
