import { PgBoss } from 'pg-boss'
import type { House, Log } from '../context.ts'
import { type Job, type JobName, type Jobs, jobNames } from './jobs.ts'
import { rhythm } from './rhythm.ts'
import { type Worker, type Workers, workers } from './work.ts'

export type RunningJobs = Jobs & {
  readonly work: (house: House, by?: Workers) => Promise<void>
  readonly stop: () => Promise<void>
}

/** How often a job is tried again, and after how many seconds. */
export type Patience = {
  readonly retryLimit: number
  readonly retryDelay: number
  readonly retryBackoff: boolean
  readonly retryDelayMax?: number
}

const usual: Patience = { retryLimit: 4, retryDelay: 5, retryBackoff: true, retryDelayMax: 300 }

/** A job that was just sent wakes its worker; one that waits to be tried again is looked for. */
const polling = { batchSize: 1, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 3 } as const

const POISON = 'poison'
const TICK = 'tick'
const DAY = 86_400

/**
 * Jobs in the house's own database. A job that throws is tried again, later and later; after five times it is put aside as
 * poison, where it stays for a quarter of a year and is counted by `/readyz` and `/metrics`.
 */
export const startJobs = async (databaseUrl: string, log: Log, patience: Patience = usual): Promise<RunningJobs> => {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'jobs',
    max: 3,
    application_name: 'luoshi-jobs',
    useListenNotify: true,
  })
  let stopping = false
  // The listening connection is let go without being waited for: what it says of the database's end is no error.
  boss.on('error', error => {
    if (!stopping) log.error({ error }, 'The jobs met an error')
  })
  await boss.start()
  await boss.createQueue(POISON, { retentionSeconds: 90 * DAY, deleteAfterSeconds: 90 * DAY })
  for (const name of [...jobNames, TICK])
    await boss.createQueue(name, {
      ...patience,
      expireInSeconds: 900,
      deadLetter: POISON,
      notify: true,
    })

  const send: Jobs['send'] = async (name, job) => {
    await boss.send(name, job)
  }
  let running = false
  return {
    send,
    state: async () => {
      const queues = await boss.getQueues()
      const poison = await boss.findJobs(POISON)
      const waiting = queues.filter(({ name }) => name !== POISON).reduce((sum, queue) => sum + queue.queuedCount, 0)
      return { running, waiting, poison: poison.length }
    },
    work: async (house, by = workers) => {
      for (const name of jobNames) await workOn(boss, name, by[name], house)
      await keepRhythm(boss, house, send)
      running = true
    },
    stop: async () => {
      running = false
      stopping = true
      await boss.stop({ graceful: true, timeout: 20_000 })
    },
  }
}

const workOn = async (boss: PgBoss, name: JobName, worker: Worker | undefined, house: House): Promise<void> => {
  if (worker === undefined) return
  await boss.work<Job>(name, polling, async jobs => {
    for (const job of jobs) {
      try {
        await worker(house, job.data)
      } catch (error) {
        house.log.warn({ job: name, jobId: job.id, error }, 'A job failed and will be tried again')
        throw error
      }
    }
  })
}

/** What recurs is sent for each tenant; the job itself knows whether there is anything to do. */
const keepRhythm = async (boss: PgBoss, house: House, send: Jobs['send']): Promise<void> => {
  for (const { name, cron } of rhythm) await boss.schedule(TICK, cron, { name }, { tz: 'Asia/Shanghai', key: name })
  await boss.work<{ name: JobName }>(TICK, async ticks => {
    const tenants = await house.db.selectFrom('tenants').select('tenant_id').execute()
    for (const tick of ticks) for (const { tenant_id } of tenants) await send(tick.data.name, { tenantId: tenant_id })
  })
}
