import { type Action, isReading } from './action.ts'

/** A key never makes keys or people, whatever it was given: those need somebody signed in. */
const neverByKey: ReadonlySet<Action> = new Set<Action>(['api-key.manage', 'person.manage', 'settings.manage'])

/**
 * Whether a key's scopes allow an action. A scope is an action (`case.open`), everything on a noun (`case.*`), all
 * reading (`*.read`) or everything (`*`). Null or absent means no key is involved.
 */
export const apiScopesAllow = (scopes: readonly string[] | null | undefined, action: Action): boolean =>
  scopes === null || scopes === undefined || (!neverByKey.has(action) && scopes.some(scope => covers(scope, action)))

const covers = (scope: string, action: Action): boolean =>
  scope === '*' ||
  scope === action ||
  (scope === '*.read' && isReading(action)) ||
  (scope.endsWith('.*') && action.startsWith(scope.slice(0, -1)))
