import type { Remedy, Severity, Span } from '../plan.ts'
import type { ReadWindow } from '../vocabulary/windows.ts'
import type { DiagnosticCode, DiagnosticParams } from './codes.ts'
import type { Page } from './page.ts'
import type { TimedPhase } from './phase-series.ts'
import type { PhaseSection } from './sections-of-phases.ts'

/** One plan as the rules see it. */
export type CheckedPlan = Page & {
  /** The year in which dates without one are compared. */
  readonly commonYear: number | null
  /** The time that the plan gives itself as a whole. */
  readonly wholeTime: ReadWindow | null
  /** The plan's phases, one list for each set that is numbered on its own. */
  readonly phases: readonly (readonly TimedPhase[])[]
  /** The passages that belong to one phase each. */
  readonly sections: readonly PhaseSection[]
}

type FindingOf<C extends DiagnosticCode> = {
  readonly code: C
  readonly params: DiagnosticParams[C]
  readonly span: Span
  readonly related?: readonly Span[]
  /** Present where there is only one right answer. */
  readonly remedy?: Remedy
  /** Where this place weighs less than the code usually does. */
  readonly severity?: Severity
}

/** Something that does not add up, not yet put into words. */
export type Finding = { [C in DiagnosticCode]: FindingOf<C> }[DiagnosticCode]

/** Each rule reports one code only, that of its file. */
export type Rule = (plan: CheckedPlan) => readonly Finding[]
