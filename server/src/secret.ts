import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Random } from './context.ts'

/** The house's secret, made on the first start and kept beside the data, readable by its owner alone. */
export const keptSecret = async (dataDir: string, random: Random): Promise<string> => {
  const path = join(dataDir, 'secret')
  await mkdir(dataDir, { recursive: true })
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(Buffer.from(random(32)).toString('base64url'))
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return (await readFile(path, 'utf8')).trim()
}
