import { escalateCases } from '../cases/escalate-cases.ts'
import type { House } from '../context.ts'
import { layOccurrences } from '../duties/lay-occurrences.ts'
import { markMissed } from '../duties/mark-missed.ts'
import { lookAtPictures } from '../evidence/look-at-pictures.ts'
import { makeExport } from '../ledger/make-export.ts'
import { sendDigest, sendNotices } from '../notices/send-notices.ts'
import { readPlan } from '../plans/read-plan.ts'
import { sealRecord } from '../seals/seal-record.ts'
import { tellInspected } from '../visits/tell-inspected.ts'
import type { Job, JobName } from './jobs.ts'
import { sweep } from './sweep.ts'

/** Does a job. Throwing means: try again later, a few times. */
export type Worker = (house: House, job: Job) => Promise<void>

export type Workers = Readonly<Partial<Record<JobName, Worker>>>

/** Who does which job: a line each. */
export const workers: Workers = {
  'read-plan': readPlan,
  'lay-occurrences': layOccurrences,
  'mark-missed': markMissed,
  'tell-inspected': tellInspected,
  'escalate-cases': escalateCases,
  'make-ledger': makeExport,
  'look-at-pictures': lookAtPictures,
  'send-digest': sendDigest,
  'send-notice': sendNotices,
  seal: sealRecord,
  sweep,
}
