/** Work done in the background. Each is idempotent: it may run twice and does its thing once. */
export type JobName = 'read-plan' | 'lay-occurrences' | 'mark-missed' | 'send-digest' | 'send-notice' | 'sweep'

export type Job = { readonly tenantId: string; readonly subjectId?: string }

export type Jobs = {
  /** Called after commit (`context.afterwards`), so that a job never sees what was rolled back. */
  readonly send: (name: JobName, job: Job) => Promise<void>
}
