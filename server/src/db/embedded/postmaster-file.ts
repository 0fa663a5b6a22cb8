import { execFile } from 'node:child_process'
import { readFile, readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { startedAt } from './started-at.ts'

const run = promisify(execFile)

/** What PostgreSQL says of itself in its folder's postmaster.pid. */
export type PostmasterFile = { readonly pid: number; readonly ready: boolean; readonly text: string }

export const readPostmasterFile = async (cluster: string): Promise<PostmasterFile | undefined> => {
  const text = await readFile(postmasterPath(cluster), 'utf8').catch(() => undefined)
  const lines = text?.split('\n') ?? []
  const pid = Number(lines[0])
  if (text === undefined || !Number.isSafeInteger(pid) || pid <= 0) return undefined
  return { pid, ready: lines[7]?.trim() === 'ready', text }
}

export const postmasterPath = (cluster: string) => join(cluster, 'postmaster.pid')

/** Whether the process is a PostgreSQL at work on the folder, and not one that was given the same pid later. */
export const worksOn = async (pid: number, cluster: string): Promise<boolean> => {
  if ((await startedAt(pid)) === undefined) return false
  if (process.platform === 'linux') {
    const at = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
    return at === (await realpath(cluster))
  }
  if (process.platform === 'win32') return true
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.includes(cluster)
}

/** Waits until the process is gone; false when it still runs after the given time. */
export const gone = async (pid: number, milliseconds: number): Promise<boolean> => {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if ((await startedAt(pid)) === undefined) return true
    await sleep(50)
  }
  return false
}
