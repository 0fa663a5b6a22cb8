import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Server = { readonly url: string; readonly stop: () => Promise<void> }

/** The server in a process of its own, as it is run, on a database that is open already and a port that is free. */
export const startServer = async (databaseUrl: string): Promise<Server> => {
  const child = fork(join(import.meta.dirname, 'serve-county.ts'), [databaseUrl])
  const [url] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown]
  if (typeof url !== 'string') throw new Error('The server ended before it listened.')
  const stop = async (): Promise<void> => {
    child.kill()
    await once(child, 'exit')
  }
  return { url, stop }
}
