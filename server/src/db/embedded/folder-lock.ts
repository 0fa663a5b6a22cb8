import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedProblem } from './embedded-problem.ts'
import { startedAt } from './started-at.ts'

export type FolderLock = { readonly release: () => Promise<void> }

type Holder = { readonly pid: number; readonly started: string }

const NAME = 'luoshi.lock'
const ATTEMPTS = 5

/** Makes this process the only Luoshi on a data folder; what a dead one left behind is taken over. */
export const takeFolder = async (folder: string): Promise<FolderLock> => {
  const path = join(folder, NAME)
  const mine = JSON.stringify({ pid: process.pid, started: (await startedAt(process.pid)) ?? '' } satisfies Holder)

  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await put(path, mine)) return { release: () => discard(path, mine) }
    const found = await readIfThere(path)
    const holder = parse(found)
    if (holder && (await isAlive(holder))) throw inUse(folder, holder.pid)
    await discard(path, found)
  }
  throw inUse(folder)
}

const inUse = (folder: string, pid?: number) =>
  new EmbeddedProblem(
    'folder-in-use',
    `Another Luoshi${pid ? ` (process ${pid})` : ''} is already running on the folder ${folder}. ` +
      'Stop it first, or give this one a folder of its own with DATA_DIR.',
  )

/** Puts the whole lock in place at once; false when there is one already. */
const put = async (path: string, text: string): Promise<boolean> => {
  const aside = `${path}.${process.pid}`
  await writeFile(aside, text)
  try {
    await link(aside, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(aside, { force: true })
  }
}

/** Removes the lock if it still says `text`: one that another process has just put is given back. */
const discard = async (path: string, text: string): Promise<void> => {
  const aside = `${path}.gone.${process.pid}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await readIfThere(aside)) !== text) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

const isAlive = async ({ pid, started }: Holder): Promise<boolean> => {
  const now = await startedAt(pid)
  return now !== undefined && now === started
}

const parse = (text: string): Holder | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    const holder = value as Partial<Holder> | null // checked field by field on the next line
    return typeof holder?.pid === 'number' && typeof holder.started === 'string'
      ? { pid: holder.pid, started: holder.started }
      : undefined
  } catch {
    return undefined
  }
}

const readIfThere = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return ''
  }
}
