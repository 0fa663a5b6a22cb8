import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { House } from '../context.ts'
import { freshDatabase } from '../db/fresh-database.testing.ts'
import { folderFiles } from '../evidence/folder-files.ts'
import { uuidV7 } from '../ids.ts'

export type EmptyHouse = { readonly house: House; readonly close: () => Promise<void> }

/** A house in which nobody lives yet, at a given moment. */
export const emptyHouse = async (now: string): Promise<EmptyHouse> => {
  const database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-files-'))
  const clock = { now: () => new Date(now) }
  const house: House = {
    db: database.db,
    databaseUrl: database.url,
    clock,
    ids: uuidV7(clock, randomBytes),
    random: randomBytes,
    files: folderFiles(folder),
    jobs: { send: async () => {}, state: async () => ({ running: false, waiting: 0, poison: 0 }) },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    publicUrl: 'http://127.0.0.1',
    secret: 'a secret of the tests alone, long enough',
    smtpUrl: null,
  }
  return {
    house,
    close: async () => {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
