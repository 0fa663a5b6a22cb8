import { join, resolve } from 'node:path'
import { ownPassword } from './embedded/password.ts'
import { readPostmasterFile, worksOn } from './embedded/postmaster-file.ts'
import { startEmbedded } from './embedded/start-embedded.ts'

export type Reached = { readonly url: string; readonly release: () => Promise<void> }

/**
 * The database of a house for a command that works beside it: the one named, else the one that runs in the data folder, else
 * that one started for as long as the command takes.
 */
export const reachDatabase = async (
  databaseUrl: string | null,
  dataDir: string,
  log: (sentence: string) => void,
): Promise<Reached> => {
  if (databaseUrl !== null) return { url: databaseUrl, release: async () => {} }
  const folder = resolve(dataDir)
  const port = await runningPort(join(folder, 'postgres'))
  if (port === null) {
    const { url, stop } = await startEmbedded({ dataDir: folder, log })
    return { url, release: stop }
  }
  return { url: `postgres://luoshi:${await ownPassword(folder)}@127.0.0.1:${port}/luoshi`, release: async () => {} }
}

const runningPort = async (cluster: string): Promise<number | null> => {
  const found = await readPostmasterFile(cluster)
  if (!found?.ready || !(await worksOn(found.pid, cluster))) return null
  const port = Number(found.text.split('\n')[3])
  return Number.isInteger(port) && port > 0 ? port : null
}
