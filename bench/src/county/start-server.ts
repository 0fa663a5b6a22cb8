import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Server = { readonly url: string; readonly stop: () => Promise<void> }

/** The server in a process of its own, as it is run, on a database that is open already. */
export const startServer = async (databaseUrl: string, port: number): Promise<Server> => {
  const child = fork(join(import.meta.dirname, 'serve-county.ts'), [databaseUrl, String(port)])
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (message !== 'listening') throw new Error(`The server ended before it listened (${String(message)}).`)
  const stop = async (): Promise<void> => {
    child.kill()
    await once(child, 'exit')
  }
  return { url: `http://127.0.0.1:${port}`, stop }
}
