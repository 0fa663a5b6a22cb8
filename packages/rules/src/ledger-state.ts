import { localDate } from './local-time.ts'
import { addMonths, earlier, type PlainDate } from './plain-date.ts'

/** 已有, 缺, 过期. */
export type LedgerState = 'exists' | 'missing' | 'out-of-date'

export type LedgerPaper = {
  readonly addedAt: Date | string
  /** What its bringer said; null where nothing was said. */
  readonly validUntil: PlainDate | null
}

/** The last day on which a paper proves anything; null: for good. The earlier of what was said of it and what is asked. */
export const lastValidDay = ({ addedAt, validUntil }: LedgerPaper, months: number | null): PlainDate | null => {
  const asked = months === null ? null : addMonths(localDate(addedAt), months)
  if (asked === null || validUntil === null) return asked ?? validUntil
  return earlier(asked, validUntil)
}

/** How one thing that a unit must bring stands today. */
export const ledgerState = (papers: readonly LedgerPaper[], months: number | null, today: PlainDate): LedgerState => {
  if (papers.length === 0) return 'missing'
  const holds = papers.some(paper => {
    const last = lastValidDay(paper, months)
    return last === null || last >= today
  })
  return holds ? 'exists' : 'out-of-date'
}
