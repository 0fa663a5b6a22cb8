import type { Per, Severity } from '../plan.ts'

/** What each diagnostic says about the place it was found at. */
export type DiagnosticParams = {
  readonly 'phases-overlap': { readonly first: string; readonly second: string; readonly days: number }
  readonly 'phases-out-of-order': { readonly phase: string; readonly start: string; readonly other: string }
  readonly 'phase-gap': { readonly first: string; readonly second: string; readonly days: number }
  readonly 'duration-mismatch': { readonly said: string; readonly window: string; readonly days: number }
  readonly 'date-outside-plan': { readonly date: string; readonly window: string }
  readonly 'impossible-date': { readonly date: string; readonly last: number }
  readonly 'date-garbled': { readonly written: string }
  readonly 'year-missing': { readonly written: string }
  readonly 'deadline-before-start': { readonly deadline: string; readonly event: string; readonly start: string }
  readonly 'sum-mismatch': {
    readonly said: number
    readonly sum: number
    readonly unit: string
    readonly items: number
  }
  readonly 'capital-amount-mismatch': { readonly figure: string; readonly capital: string }
  readonly 'count-mismatch': { readonly said: string; readonly counted: number }
  readonly 'conflicting-targets': { readonly subject: string; readonly first: string; readonly second: string }
  readonly 'conflicting-cadence': { readonly work: string; readonly first: Per; readonly second: Per }
  readonly 'name-varies': { readonly name: string; readonly other: string }
  readonly 'foreign-passage': { readonly words: string; readonly own: string }
  readonly 'numbering-gap': { readonly before: string; readonly after: string; readonly missing: string }
  readonly 'numbering-repeat': { readonly marker: string }
  readonly 'numbering-style': { readonly marker: string; readonly proper: string }
  readonly 'section-empty': { readonly heading: string }
  readonly 'placeholder-left': { readonly placeholder: string; readonly count: number }
  readonly 'heading-cut': { readonly heading: string }
  readonly 'no-leading-body': { readonly mention: string }
  readonly 'body-without-leader': { readonly name: string }
  readonly 'office-without-head': { readonly name: string }
  readonly 'party-unknown': { readonly party: string }
  readonly 'task-without-owner': { readonly task: string }
  readonly 'task-without-deadline': { readonly task: string }
  readonly 'vague-party': { readonly party: string }
  readonly 'target-unmeasurable': { readonly target: string }
  readonly 'step-missing': { readonly step: string }
  readonly 'burden-cadence': { readonly words: string }
  readonly 'burden-sign-in': { readonly words: string }
  readonly 'burden-people-ranking': { readonly words: string }
  readonly 'burden-photo-trace': { readonly words: string }
  /** `weekday` is 1 for Monday to 7 for Sunday. */
  readonly 'weekday-mismatch': { readonly date: string; readonly year: number; readonly weekday: number }
  readonly 'share-above-whole': { readonly words: string }
  readonly 'shares-mismatch': { readonly sum: number; readonly items: number }
  readonly 'attachment-missing': { readonly attachment: string }
  readonly 'phone-garbled': { readonly number: string; readonly digits: number }
  readonly 'lead-conflicting': { readonly work: string; readonly first: string; readonly second: string }
  readonly 'text-damaged': { readonly mark: string; readonly count: number }
}

export type DiagnosticCode = keyof DiagnosticParams

/** `error`: cannot be run as written; `warning`: look here; `info`: style. */
export const severities: { readonly [C in DiagnosticCode]: Severity } = {
  'phases-overlap': 'warning',
  'phases-out-of-order': 'error',
  'phase-gap': 'warning',
  'duration-mismatch': 'warning',
  'date-outside-plan': 'warning',
  'impossible-date': 'error',
  'date-garbled': 'error',
  'year-missing': 'warning',
  'deadline-before-start': 'error',
  'sum-mismatch': 'error',
  'capital-amount-mismatch': 'error',
  'count-mismatch': 'warning',
  'conflicting-targets': 'error',
  'conflicting-cadence': 'warning',
  'name-varies': 'warning',
  'foreign-passage': 'warning',
  'numbering-gap': 'warning',
  'numbering-repeat': 'warning',
  'numbering-style': 'info',
  'section-empty': 'warning',
  'placeholder-left': 'warning',
  'heading-cut': 'warning',
  'no-leading-body': 'warning',
  'body-without-leader': 'warning',
  'office-without-head': 'info',
  'party-unknown': 'warning',
  'task-without-owner': 'warning',
  'task-without-deadline': 'info',
  'vague-party': 'info',
  'target-unmeasurable': 'info',
  'step-missing': 'warning',
  'burden-cadence': 'warning',
  'burden-sign-in': 'warning',
  'burden-people-ranking': 'warning',
  'burden-photo-trace': 'warning',
  'weekday-mismatch': 'warning',
  'share-above-whole': 'warning',
  'shares-mismatch': 'warning',
  'attachment-missing': 'warning',
  'phone-garbled': 'warning',
  'lead-conflicting': 'warning',
  'text-damaged': 'warning',
}

// Keys of an object written out above, so they are exactly the codes.
export const diagnosticCodes = Object.keys(severities) as readonly DiagnosticCode[]
