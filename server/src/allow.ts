import { type Action, readingOf } from '@luoshi/rules/action'
import { can, type Subject } from '@luoshi/rules/permissions'
import type { Signed } from './context.ts'
import { Problem } from './problem.ts'

/** Refuses what the actor may not do. What may not even be read is said not to exist. */
export const allow = (actor: Signed, action: Action, subject: Subject): void => {
  if (can(actor, action, subject)) return
  const reading = readingOf(action)
  if (reading === null || (action !== reading && can(actor, reading, subject)))
    throw new Problem('not-allowed', { action })
  const noun = action.slice(0, action.indexOf('.'))
  throw new Problem('not-found', { noun })
}
