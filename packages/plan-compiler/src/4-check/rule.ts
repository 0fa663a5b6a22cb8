import type { Line } from '../2-outline/lines.ts'
import type { Reading, Severity, Span } from '../plan.ts'
import type { ReadWindow } from '../vocabulary/windows.ts'
import type { DiagnosticCode, DiagnosticParams } from './codes.ts'
import type { ItemList } from './item-lists.ts'

/** One plan as the rules see it: what was read, and the words it was read from. Every offset is one into the whole text. */
export type CheckedPlan = {
  readonly reading: Reading
  /** The whole text in canonical characters, unit for unit the one below. */
  readonly text: string
  /** The whole text as written. */
  readonly written: string
  readonly year: number | null
  /** The plan's lines, in order; none is empty. */
  readonly lines: readonly Line[]
  /** Every numbered list, in the order in which they end. */
  readonly lists: readonly ItemList[]
  /** Every date and window of time, in order. */
  readonly windows: readonly ReadWindow[]
}

type FindingOf<C extends DiagnosticCode> = {
  readonly code: C
  readonly params: DiagnosticParams[C]
  readonly span: Span
  readonly related?: readonly Span[]
  /** Present where there is only one right answer. */
  readonly remedy?: { readonly span: Span; readonly text: string }
  /** Where this place weighs less than the code usually does. */
  readonly severity?: Severity
}

/** Something that does not add up, not yet put into words. */
export type Finding = { [C in DiagnosticCode]: FindingOf<C> }[DiagnosticCode]

/** Each rule reports one code only, that of its file. */
export type Rule = (plan: CheckedPlan) => readonly Finding[]
