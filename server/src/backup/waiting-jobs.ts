import type pg from 'pg'
import { jobNames } from '../jobs/jobs.ts'
import type { BackupManifest } from './backup-manifest.ts'

/** Background work not done yet. What recurs by the clock is not among it: the next start sets that going again. */
export const waitingJobs = async (client: Pick<pg.ClientBase, 'query'>): Promise<BackupManifest['jobs']> => {
  const { rows: there } = await client.query<{ found: boolean }>(`select to_regclass('jobs.job') is not null as found`)
  if (!there[0]?.found) return []
  const { rows } = await client.query<BackupManifest['jobs'][number]>(
    `select name, data from jobs.job where name = any ($1) and state in ('created', 'retry', 'active') order by created_on`,
    [jobNames],
  )
  return rows
}
