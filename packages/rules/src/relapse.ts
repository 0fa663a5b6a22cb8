import { relapseDays } from './case-machine.ts'
import { type Instant, localDate, millisecondsOf } from './local-time.ts'
import { daysBetween } from './plain-date.ts'

/** A case of the same criterion at the same point; null while it is open. */
export type CaseThere = { readonly id: string; readonly closedAt: Instant | Date | null }

/** Where a finding belongs: to a case that was open when it was seen, to one that it brings back, or to none yet. */
export type Belonging =
  | { readonly kind: 'new' }
  | { readonly kind: 'seen-again'; readonly id: string }
  | { readonly kind: 'relapse'; readonly id: string }

/**
 * The case that a finding belongs to by when it was seen, and not by when it is told: one that was closed only after that had it in
 * hand, however late the word comes. What was seen after the closing, within the days that make it a relapse, brings the case back.
 */
export const belongingOf = (
  seenAt: Instant | Date,
  there: readonly CaseThere[],
  days: number = relapseDays,
): Belonging => {
  const closed = there
    .flatMap(({ id, closedAt }) => (closedAt === null ? [] : [{ id, closedAt }]))
    .toSorted((one, other) => millisecondsOf(one.closedAt) - millisecondsOf(other.closedAt))
  const since = closed.find(({ closedAt }) => !isAfter(seenAt, closedAt))
  if (since) return { kind: 'seen-again', id: since.id }
  const open = there.find(({ closedAt }) => closedAt === null)
  if (open) return { kind: 'seen-again', id: open.id }
  const last = closed.at(-1)
  return last && isWithinDays(last.closedAt, seenAt, days) ? { kind: 'relapse', id: last.id } : { kind: 'new' }
}

/** Whether it was seen when the case was closed already. */
export const isAfter = (seenAt: Instant | Date, closedAt: Instant | Date): boolean =>
  millisecondsOf(seenAt) > millisecondsOf(closedAt)

const isWithinDays = (closedAt: Instant | Date, seenAt: Instant | Date, days: number): boolean =>
  daysBetween(localDate(closedAt), localDate(seenAt)) <= days
