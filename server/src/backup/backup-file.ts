import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { BackupProblem } from './backup-problem.ts'
import { type RestoreTarget, restoreBackup } from './restore-backup.ts'
import { type BackupListener, type BackupSource, writeBackup } from './write-backup.ts'

/** Writes a backup into a new file that only its owner may read; it bears its name once it is whole. */
export const backUpTo = async (path: string, source: BackupSource, hear: BackupListener): Promise<void> => {
  if (await isThere(path)) throw new BackupProblem(`${path} is there already. Name another file.`)
  const half = `${path}.half`
  try {
    const archive = Readable.from(writeBackup(source, hear), { objectMode: false })
    await pipeline(archive, createGzip(), createWriteStream(half, { mode: 0o600, flush: true }))
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

/** Restores from a file that `backUpTo` has written. */
export const restoreFrom = async (path: string, target: RestoreTarget) => {
  if (!(await isThere(path))) throw new BackupProblem(`${path} is not there.`)
  const bytes = createReadStream(path).on('error', error => unpacking.destroy(error))
  const unpacking = createGunzip()
  try {
    return await restoreBackup(target, bytes.pipe(unpacking))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!/^Z_/.test(code)) throw error
    throw new BackupProblem(`${path} is damaged or breaks off. Take another copy of it.`, { cause: error })
  } finally {
    bytes.destroy()
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
