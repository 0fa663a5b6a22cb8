import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { gone } from './postmaster-file.ts'

const run = promisify(execFile)

/** Asks PostgreSQL to end all connections and stop; after half a minute, to stop at once. False if it runs on. */
export const endPostmaster = async (pid: number): Promise<boolean> => {
  if (process.platform === 'win32') {
    await run('taskkill', ['/pid', String(pid), '/t', '/f']).catch(() => undefined)
    return gone(pid, 30_000)
  }
  return (await ask(pid, 'SIGINT', 30_000)) || (await ask(pid, 'SIGQUIT', 10_000))
}

const ask = async (pid: number, signal: 'SIGINT' | 'SIGQUIT', milliseconds: number): Promise<boolean> => {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself in between, or is not ours to end: waiting tells which.
  }
  return gone(pid, milliseconds)
}
