import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * When a running process began, as its system words it: with the pid it names one process for ever, where a pid alone
 * is soon given to another. Undefined when no such process runs.
 */
export const startedAt = async (pid: number): Promise<string | undefined> => {
  if (process.platform === 'linux') return linux(pid)
  if (process.platform === 'win32') return windows(pid)
  return answer(run('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { ...process.env, LC_ALL: 'C' } }))
}

const linux = async (pid: number): Promise<string | undefined> => {
  try {
    const [stat, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ])
    // The second field is the program's name in brackets and may hold spaces: count from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, ticks] = [fields[0], fields[19]]
    return state === 'Z' || state === 'X' ? undefined : `${boot.trim()}+${ticks}`
  } catch {
    return undefined
  }
}

const windows = (pid: number): Promise<string | undefined> =>
  answer(run('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`]))

const answer = async (result: Promise<{ readonly stdout: string }>): Promise<string | undefined> => {
  try {
    return (await result).stdout.trim() || undefined
  } catch {
    return undefined
  }
}
