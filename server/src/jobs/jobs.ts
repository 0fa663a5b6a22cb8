/** Work done in the background. Each is idempotent: it may run twice and does its thing once. */
export const jobNames = [
  'read-plan',
  'lay-occurrences',
  'mark-missed',
  'tell-inspected',
  'escalate-cases',
  'look-at-pictures',
  'make-ledger',
  'send-digest',
  'send-notice',
  'seal',
  'sweep',
] as const

export type JobName = (typeof jobNames)[number]

export type Job = { readonly tenantId: string; readonly subjectId?: string }

export type Jobs = {
  /** Called after commit (`context.afterwards`), so that a job never sees what was rolled back. */
  readonly send: (name: JobName, job: Job) => Promise<void>
  /** How it stands, for readiness and metrics. */
  readonly state: () => Promise<JobsState>
}

/** `poison` counts jobs that failed for good and are kept to be looked at. */
export type JobsState = { readonly running: boolean; readonly waiting: number; readonly poison: number }
