import { randomBytes } from 'node:crypto'
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const NAME = 'postgres.password'

/** Reads the password of the folder's database, made on the first start and readable by its owner only. */
export const ownPassword = async (folder: string): Promise<string> => {
  const path = join(folder, NAME)
  const kept = await readIfThere(path)
  if (kept) {
    await chmod(path, 0o600)
    return kept
  }

  // Written aside and renamed, so that a crash never leaves half a password behind.
  const aside = join(folder, `${NAME}.new`)
  const password = randomBytes(24).toString('base64url')
  await rm(aside, { force: true })
  await writeFile(aside, `${password}\n`, { mode: 0o600, flush: true })
  await rename(aside, path)
  return password
}

const readIfThere = async (path: string): Promise<string> => {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
