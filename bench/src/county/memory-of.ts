import { readFile } from 'node:fs/promises'

/** Resident memory of a process in megabytes. Linux only. */
export const memoryOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

export type Watch = { readonly seen: readonly number[]; readonly stop: () => void }

/** Looks at it ten times a second. */
export const watchMemory = (pid: number): Watch => {
  const seen: number[] = []
  const timer = setInterval(() => void memoryOf(pid).then(now => seen.push(now)), 100)
  return { seen, stop: () => clearInterval(timer) }
}

export const megabytes = (amount: number): string => `${Math.round(amount).toLocaleString('en')} MB`
