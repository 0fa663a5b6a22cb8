import type { Log } from '../context.ts'
import { type Job, type JobName, jobNames } from '../jobs/jobs.ts'
import { startJobs } from '../jobs/start-jobs.ts'
import type { BackupManifest } from './backup-manifest.ts'

/** Puts the background work that was waiting in a backup into the queues of the restored house, to be done at its next start. */
export const sendAgain = async (databaseUrl: string, jobs: BackupManifest['jobs'], log: Log): Promise<void> => {
  if (jobs.length === 0) return
  const running = await startJobs(databaseUrl, log)
  try {
    for (const { name, data } of jobs) if (isJobName(name)) await running.send(name, data as Job) // as it was sent before
  } finally {
    await running.stop()
  }
}

const isJobName = (name: string): name is JobName => jobNames.some(known => known === name)
