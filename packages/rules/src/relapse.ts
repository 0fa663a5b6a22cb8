import { relapseDays } from './case-machine.ts'
import { type Instant, localDate } from './local-time.ts'
import { daysBetween } from './plain-date.ts'

export type ClosedCase = {
  readonly id: string
  readonly pointId: string
  readonly criterionId: string
  readonly closedAt: Instant
}

/** The case that a new finding reopens: the same criterion at the same point, closed last, within the days that make it a relapse. */
export const relapsedCase = (
  finding: { readonly pointId: string; readonly criterionId: string; readonly foundAt: Instant },
  closed: readonly ClosedCase[],
  days: number = relapseDays,
): ClosedCase | null =>
  closed
    .filter(
      ({ pointId, criterionId, closedAt }) =>
        pointId === finding.pointId &&
        criterionId === finding.criterionId &&
        isWithinDays(closedAt, finding.foundAt, days),
    )
    .toSorted((one, other) => Date.parse(other.closedAt) - Date.parse(one.closedAt))[0] ?? null

const isWithinDays = (closedAt: Instant, foundAt: Instant, days: number): boolean => {
  const passed = daysBetween(localDate(closedAt), localDate(foundAt))
  return passed >= 0 && passed <= days
}
