import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import type { Job } from './jobs.ts'
import { type RunningJobs, startJobs } from './start-jobs.ts'
import type { Worker } from './work.ts'

const patience = { retryLimit: 2, retryDelay: 1, retryBackoff: false }
let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const withWorkers = async (
  workers: Readonly<Record<string, Worker>>,
  run: (jobs: RunningJobs) => Promise<void>,
): Promise<void> => {
  const jobs = await startJobs(house.house.databaseUrl, house.house.log, patience)
  try {
    await jobs.work(house.house, workers)
    await run(jobs)
  } finally {
    await jobs.stop()
  }
}

const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('It did not come to hold')
}

test('a job that was sent is done, for its tenant and its subject', async () => {
  const done: Job[] = []
  await withWorkers({ sweep: async (_, job) => void done.push(job) }, async jobs => {
    await jobs.send('sweep', { tenantId: house.seeded.tenantId, subjectId: 'x' })
    await until(() => done.length > 0)
  })
  expect(done).toEqual([{ tenantId: house.seeded.tenantId, subjectId: 'x' }])
})

test('a job that failed is tried again until it works', async () => {
  let tries = 0
  const worker: Worker = async () => {
    tries += 1
    if (tries < 3) throw new Error('Not yet')
  }
  await withWorkers({ seal: worker }, async jobs => {
    await jobs.send('seal', { tenantId: house.seeded.tenantId })
    await until(() => tries === 3)
    expect((await jobs.state()).poison).toBe(0)
  })
})

test('a job that never works is tried no more than it should, kept, and counted', async () => {
  let tries = 0
  const worker: Worker = async () => {
    tries += 1
    throw new Error('Never')
  }
  await withWorkers({ 'mark-missed': worker }, async jobs => {
    await jobs.send('mark-missed', { tenantId: house.seeded.tenantId })
    await until(async () => (await jobs.state()).poison === 1)
    expect(tries).toBe(patience.retryLimit + 1)
  })
  const again = await startJobs(house.house.databaseUrl, house.house.log, patience)
  expect((await again.state()).poison).toBe(1)
  await again.stop()
})

test('what was sent while nobody worked is done once somebody does', async () => {
  const idle = await startJobs(house.house.databaseUrl, house.house.log, patience)
  await idle.send('send-notice', { tenantId: house.seeded.tenantId })
  await idle.stop()
  const done: Job[] = []
  const worker: Worker = async (_, job) => void done.push(job)
  await withWorkers({ 'send-notice': worker }, () => until(() => done.length === 1))
})
