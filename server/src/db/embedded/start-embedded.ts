import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findBinaries } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { takeFolder } from './folder-lock.ts'
import { chooseOwner } from './owner.ts'
import { ownPassword } from './password.ts'
import { runPostmaster } from './run-postmaster.ts'
import { stopOrphan } from './stop-orphan.ts'

export type EmbeddedDatabase = {
  /** Connects as the owner of the database, over the loopback address. */
  readonly url: string
  /** Ends every connection, stops the database and gives the folder back. */
  readonly stop: () => Promise<void>
}

export type EmbeddedOptions = {
  readonly dataDir: string
  /** Receives whole sentences for the operator. */
  readonly log: (sentence: string) => void
  /** PostgreSQL settings put over the house's own, for tests. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Starts the PostgreSQL that comes with Luoshi on a folder of its own.
 * Throws EmbeddedProblem, whose sentence says what to do, when it cannot.
 */
export const startEmbedded = async ({ dataDir, log, settings = {} }: EmbeddedOptions): Promise<EmbeddedDatabase> => {
  const folder = resolve(dataDir)
  const binaries = findBinaries()
  await mkdir(folder, { recursive: true })
  const lock = await takeFolder(folder)

  try {
    const owner = await chooseOwner(folder, binaries, log)
    const password = await ownPassword(folder)
    await stopOrphan(owner.cluster, log)
    await prepareCluster({ owner, password, log })
    const postmaster = await runPostmaster({ folder, owner, password, settings, log })

    return {
      url: postmaster.url,
      stop: async () => {
        await postmaster.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}
