import type { Role } from '@luoshi/rules/role'
import { outermost, type UnitPath } from '@luoshi/rules/unit-path'
import { type RawBuilder, sql } from 'kysely'
import { scopeFor } from '../allow.ts'
import type { Signed } from '../context.ts'
import { pathArray } from '../db/ltree.ts'

/** Row `r` of rounds is unannounced, and not over: the inspected must not learn of it from anything they can ask. */
export const isSecret = sql<boolean>`(r.kind = 'unannounced' and r.revealed_at is null)`

const runners: ReadonlySet<Role> = new Set(['office', 'leader', 'auditor'])

/** Where the actor prepares rounds, or looks after who does. */
const runScope = ({ memberships }: Signed): readonly UnitPath[] =>
  outermost(memberships.filter(({ role }) => runners.has(role)).map(({ unitPath }) => unitPath))

/** Row `r` of rounds belongs to those that the actor runs or looks after. */
export const isRunBy = (actor: Signed): RawBuilder<boolean> =>
  sql<boolean>`r.unit_path <@ any(${pathArray(runScope(actor))})`

/** The actor was drawn for row `r` of rounds. */
export const isDrawnFor = (actor: Signed): RawBuilder<boolean> =>
  sql<boolean>`exists (select from round_pairs x where x.tenant_id = r.tenant_id and x.round_id = r.id
    and x.person_id = ${actor.personId})`

/**
 * Row `r` of rounds may be known to the actor: by those who run it from the first draft, by the inspectors once they are drawn, by
 * the inspected once it is bound – and an unannounced one by them when it is over, not before.
 */
export const isKnownTo = (actor: Signed): RawBuilder<boolean> => {
  const scope = pathArray(scopeFor(actor, 'round.read'))
  return sql<boolean>`(${isRunBy(actor)} or ${isDrawnFor(actor)}
    or (r.committed_at is not null and not ${isSecret}
      and (r.unit_path <@ any(${scope}) or r.involved_paths <@ any(${scope}))))`
}

/**
 * Row `v` of visits may be known to the actor as far as its round goes: it was made in no secret round, or by the actor, or the
 * actor runs the round. Whether the actor may read the unit's visits at all is asked apart.
 */
export const visitIsKnownTo = (actor: Signed): RawBuilder<boolean> =>
  sql<boolean>`(v.round_id is null or v.person_id = ${actor.personId} or not exists (
    select from rounds r where r.tenant_id = v.tenant_id and r.id = v.round_id and ${isSecret} and not ${isRunBy(actor)}))`
