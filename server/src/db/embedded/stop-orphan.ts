import { writeFile } from 'node:fs/promises'
import { EmbeddedProblem } from './embedded-problem.ts'
import { endPostmaster } from './end-postmaster.ts'
import { gone, postmasterPath, readPostmasterFile, worksOn } from './postmaster-file.ts'

/** Stops the PostgreSQL that a killed Luoshi left running. Only the holder of the folder's lock may call this. */
export const stopOrphan = async (cluster: string, log: (sentence: string) => void): Promise<void> => {
  const file = await readPostmasterFile(cluster)
  if (!file) return

  if (await worksOn(file.pid, cluster)) {
    log('The last Luoshi on this folder was killed and left its database running; stopping it first.')
    if (await endPostmaster(file.pid)) return
    throw new EmbeddedProblem(
      'not-started',
      `An earlier PostgreSQL (process ${file.pid}) still holds ${cluster} and does not stop. ` +
        `End it (kill -QUIT ${file.pid}) and start Luoshi again.`,
    )
  }
  if (await gone(file.pid, 1)) return

  // The pid now belongs to some other program, which would make PostgreSQL refuse to start. Naming ourselves instead lets
  // it go on to its second guard: whether any process still uses the shared memory noted in the same file.
  await writeFile(postmasterPath(cluster), file.text.replace(/^\d+/, String(process.pid)))
}
