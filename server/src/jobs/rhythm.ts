import type { JobName } from './jobs.ts'

/** What recurs, on the clock of Asia/Shanghai. */
export const rhythm: readonly { readonly name: JobName; readonly cron: string }[] = [
  { name: 'lay-occurrences', cron: '20 0 * * *' },
  { name: 'mark-missed', cron: '*/10 * * * *' },
  { name: 'escalate-cases', cron: '*/10 * * * *' },
  { name: 'look-at-pictures', cron: '*/15 * * * *' },
  { name: 'send-digest', cron: '0 8 * * *' },
  { name: 'send-notice', cron: '*/5 * * * *' },
  { name: 'seal', cron: '5 * * * *' },
  { name: 'sweep', cron: '10 3 * * *' },
]
