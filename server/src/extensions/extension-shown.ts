import type { Extension } from '@luoshi/contract/extensions'

/** More time as it is kept, with the names of who asked and who decided. */
type NamedExtension = {
  readonly id: string
  readonly until: string
  readonly reason: string
  readonly state: string
  readonly asked_by: string
  readonly asked_name: string
  readonly asked_at: Date
  readonly decided_by: string | null
  readonly decided_name: string | null
  readonly note: string | null
}

export const extensionShown = (row: NamedExtension): Extension => ({
  id: row.id,
  until: row.until,
  reason: row.reason,
  state: row.state as Extension['state'], // checked by the table
  askedBy: { id: row.asked_by, name: row.asked_name },
  askedAt: row.asked_at.toISOString(),
  decidedBy: row.decided_by && row.decided_name ? { id: row.decided_by, name: row.decided_name } : null,
  note: row.note,
})
