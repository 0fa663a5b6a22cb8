import type { House } from '../context.ts'
import type { Job, JobName } from './jobs.ts'

/** Does a job. Throwing means: try again later, a few times. */
export type Worker = (house: House, job: Job) => Promise<void>

/** Who does which job: a line each. */
export const workers: Readonly<Partial<Record<JobName, Worker>>> = {}
