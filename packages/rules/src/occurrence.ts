import type { Instant } from './local-time.ts'
import type { PlainDate } from './plain-date.ts'

/** One due instance. `opensOn`, and the day of `dueAt`, lie within the period, and the period within the life. */
export type Occurrence = {
  /** Unique within the duty and the same whenever generated: `2026-W21`, `2026-05-14#2`. */
  readonly key: string
  readonly opensOn: PlainDate
  readonly dueAt: Instant
  readonly periodStart: PlainDate
  readonly periodEnd: PlainDate
}
