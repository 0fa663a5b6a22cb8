import type { LocalVisit } from '@luoshi/sync/outbox-store'
import type { VisitHead } from '@luoshi/sync/write-visit'
import type { KeptPoint, KeptStandard, LastSeen } from '../offline/field-database.ts'

/** What the pages of one visit share. */
export type VisitParts = {
  readonly head: VisitHead
  readonly local: LocalVisit
  readonly standard: KeptStandard
  readonly point: KeptPoint
  readonly last: LastSeen['last']
  readonly onLeave: () => void
}
