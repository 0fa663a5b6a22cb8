import { type Instant, millisecondsOf } from './local-time.ts'

/** A step as a phone told it: maybe much later, after others had gone on. */
export type ToldStep = {
  readonly kind: 'submit' | 'recheck'
  readonly doneAt: Instant | Date
  /** The submission that lay before who looked again, by its moment; null where that was not told. */
  readonly saw: Instant | Date | null
}

/** The case as it is when the step arrives. */
export type StepGround = { readonly submittedAt: Instant | Date | null; readonly returnedAt: Instant | Date | null }

export type StaleStep = 'recheck-of-another' | 'submitted-before-return'

/**
 * Whether a step is about something that is over: a recheck about another submission than the one that waits, a submission about what
 * was sent back since. A corrected clock is never before what was heard of the server, so that who has seen a thing did not look before it.
 */
export const staleStep = (
  { kind, doneAt, saw }: ToldStep,
  { submittedAt, returnedAt }: StepGround,
): StaleStep | null => {
  if (kind === 'submit') return isBefore(doneAt, returnedAt) ? 'submitted-before-return' : null
  if (submittedAt === null) return null
  const isAnother = saw !== null && millisecondsOf(saw) !== millisecondsOf(submittedAt)
  return isAnother || isBefore(doneAt, submittedAt) ? 'recheck-of-another' : null
}

const isBefore = (moment: Instant | Date, other: Instant | Date | null): boolean =>
  other !== null && millisecondsOf(moment) < millisecondsOf(other)
