import { type Action, actions, isReading } from './action.ts'
import type { Actor, Membership } from './actor.ts'
import { apiScopesAllow } from './api-scope.ts'
import { rights } from './rights.ts'
import { isWithin, outermost, type UnitPath } from './unit-path.ts'

/** What an action is about, as far as the right to it depends on that. */
export type Subject = {
  readonly tenantId: string
  /** The unit that answers for it: the one that runs a programme, owes an assignment, owns a case. The root for what concerns the whole tenant. */
  readonly unitPath: UnitPath
  /** Other units that take part and may therefore read it, such as those a programme binds. */
  readonly involvedPaths?: readonly UnitPath[]
  /** Who did the step that this action judges: submitted the work, asked for the extension, rectified the case. */
  readonly doneBy?: string | readonly string[] | null
}

/** Judging actions: nobody does them to what they did themselves. */
export const judgements: ReadonlySet<Action> = new Set<Action>([
  'assignment.confirm',
  'assignment.extend-decide',
  'occurrence.confirm',
  'case.recheck',
  'case.close',
  'case.merge',
  'case.extend-decide',
])

/**
 * Whether the actor may do it. A right reaches from the unit of the membership down its subtree, never up or sideways;
 * reading also reaches what a unit of that subtree takes part in.
 */
export const can = (actor: Actor, action: Action, subject: Subject): boolean =>
  actor.tenantId === subject.tenantId &&
  apiScopesAllow(actor.apiScopes, action) &&
  actor.memberships.some(membership => reaches(membership, action, subject)) &&
  !(judgements.has(action) && didItself(actor, subject))

/** What the actor may do to it, in the order of the list of actions. */
export const allowedActions = (actor: Actor, subject: Subject, among: readonly Action[] = actions): readonly Action[] =>
  among.filter(action => can(actor, action, subject))

/**
 * Where the actor may do it: the outermost units whose subtrees are open to it, none if nowhere. A list for a reading
 * action holds what a unit within these answers for or takes part in.
 */
export const scopeOf = (actor: Actor, action: Action): readonly UnitPath[] =>
  apiScopesAllow(actor.apiScopes, action)
    ? outermost(actor.memberships.filter(({ role }) => rights[action].has(role)).map(({ unitPath }) => unitPath))
    : []

const reaches = ({ role, unitPath }: Membership, action: Action, subject: Subject): boolean =>
  rights[action].has(role) &&
  (action === 'tenant.read' ||
    isWithin(subject.unitPath, unitPath) ||
    (isReading(action) && (subject.involvedPaths ?? []).some(path => isWithin(path, unitPath))))

const didItself = ({ personId }: Actor, { doneBy }: Subject): boolean =>
  typeof doneBy === 'string' ? doneBy === personId : (doneBy?.includes(personId) ?? false)
