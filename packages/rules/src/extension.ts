import type { PlainDate } from './plain-date.ts'
import { type Result, refuse, take } from './result.ts'

export type ExtensionState = 'asked' | 'granted' | 'refused'

/** More time asked for: until when, why, by whom. */
export type Extension = {
  readonly until: PlainDate
  readonly reason: string
  readonly askedBy: string
  readonly state: ExtensionState
}

export type ExtensionAsk = {
  readonly until: PlainDate
  readonly reason: string
  readonly by: string
  readonly today: PlainDate
}

export type ExtensionRefusal =
  | 'reason-missing'
  | 'nothing-to-extend'
  | 'not-later'
  | 'already-asked'
  | 'already-decided'
  | 'decided-by-asker'

/**
 * Time is asked for while there is a deadline and no open ask; also when it has run out, for that is when people
 * need it. What is asked for lies ahead.
 */
export const askExtension = (
  dueOn: PlainDate | null,
  before: readonly Extension[],
  { until, reason, by, today }: ExtensionAsk,
): Result<Extension, ExtensionRefusal> => {
  if (dueOn === null) return refuse('nothing-to-extend')
  if (reason.trim() === '') return refuse('reason-missing')
  if (until <= dueOn || until <= today) return refuse('not-later')
  if (before.some(({ state }) => state === 'asked')) return refuse('already-asked')
  return take({ until, reason, askedBy: by, state: 'asked' })
}

/** Granted, the deadline becomes `until`; who asked does not decide. */
export const decideExtension = (
  extension: Extension,
  decision: { readonly by: string; readonly granted: boolean },
): Result<Extension, ExtensionRefusal> => {
  if (extension.state !== 'asked') return refuse('already-decided')
  if (decision.by === extension.askedBy) return refuse('decided-by-asker')
  return take({ ...extension, state: decision.granted ? 'granted' : 'refused' })
}
