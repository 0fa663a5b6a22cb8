import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Server = {
  readonly url: string
  readonly pid: number
  readonly stop: () => Promise<void>
  /** As a power cut ends it: at once, in the middle of whatever it does. */
  readonly kill: () => Promise<void>
}

/** The server in a process of its own, as it is run, on a database that is open already and a port that is free. */
export const startServer = (databaseUrl: string): Promise<Server> => forked('serve-county.ts', [databaseUrl])

/** The same with its files in a folder, and making archives. */
export const startArchiveServer = (databaseUrl: string, folder: string): Promise<Server> =>
  forked('serve-archive.ts', [databaseUrl, folder])

const forked = async (script: string, args: readonly string[]): Promise<Server> => {
  const child = fork(join(import.meta.dirname, script), [...args])
  const [url] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown]
  if (typeof url !== 'string') throw new Error('The server ended before it listened.')
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return { url, pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}
