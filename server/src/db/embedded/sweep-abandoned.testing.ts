import { readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EmbeddedProblem } from './embedded-problem.ts'
import { takeFolder } from './folder-lock.ts'
import { stopOrphan } from './stop-orphan.ts'

/** Ends the databases of test runs that were killed, and removes their folders. Those of runs under way are left alone. */
export const sweepAbandoned = async (prefix: string): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const folder = join(tmpdir(), name)
    try {
      // A folder without a database yet may be one that a run has just made.
      const cluster = await realpath(join(folder, 'postgres'))
      await takeFolder(folder)
      await stopOrphan(cluster, () => undefined)
      await rm(folder, { recursive: true, force: true })
    } catch (error) {
      const passedOver = error instanceof EmbeddedProblem || ['ENOENT', 'EACCES'].includes(codeOf(error))
      if (!passedOver) throw error
    }
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
