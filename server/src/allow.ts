import { type Action, readingOf } from '@luoshi/rules/action'
import { apiScopesAllow } from '@luoshi/rules/api-scope'
import { can, type Subject, scopeOf } from '@luoshi/rules/permissions'
import type { UnitPath } from '@luoshi/rules/unit-path'
import type { Signed } from './context.ts'
import { Problem } from './problem.ts'

/** Refuses what the actor may not do. What may not even be read is said not to exist. */
export const allow = (actor: Signed, action: Action, subject: Subject): void => {
  if (can(actor, action, subject)) return
  if (!apiScopesAllow(actor.apiScopes, action)) throw new Problem('scope-of-key', { action })
  const reading = readingOf(action)
  if (reading === null || (action !== reading && can(actor, reading, subject)))
    throw new Problem('not-allowed', { action })
  const noun = action.slice(0, action.indexOf('.'))
  throw new Problem('not-found', { noun })
}

/** Where the actor may do it, for a list. A key that was not made for it is told so and not shown an empty list. */
export const scopeFor = (actor: Signed, action: Action): readonly UnitPath[] => {
  if (!apiScopesAllow(actor.apiScopes, action)) throw new Problem('scope-of-key', { action })
  return scopeOf(actor, action)
}

/** The same, for what takes a right somewhere. */
export const allowSomewhere = (actor: Signed, action: Action): readonly UnitPath[] => {
  const scope = scopeFor(actor, action)
  if (scope.length === 0) throw new Problem('not-allowed', { action })
  return scope
}
