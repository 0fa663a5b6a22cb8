import type { Action } from '@luoshi/rules/action'
import { type RawBuilder, sql } from 'kysely'
import { allow, allowSomewhere } from '../allow.ts'
import type { Context, Signed } from '../context.ts'
import { Problem } from '../problem.ts'
import { visitIsKnownTo } from '../rounds/known-rounds.ts'
import { standardSubject } from '../standards/standard-subject.ts'
import type { EvidenceSubject } from './link-evidence.ts'

type Kind = EvidenceSubject['kind']

const reading: Readonly<Record<Kind, Action>> = {
  assignment: 'assignment.read',
  occurrence: 'occurrence.read',
  visit: 'visit.read',
  observation: 'visit.read',
  case: 'case.read',
  criterion: 'standard.read',
}

/** Whose each thing is that evidence may serve. */
const placeOf = (actor: Signed, id: string): Readonly<Record<Kind, RawBuilder<{ unit_path: string }>>> => ({
  assignment: sql`select unit_path from assignments where tenant_id = ${actor.tenantId} and id = ${id}`,
  occurrence: sql`select unit_path from occurrences where tenant_id = ${actor.tenantId} and id = ${id}`,
  visit: sql`select v.unit_path from visits v
    where v.tenant_id = ${actor.tenantId} and v.id = ${id} and ${visitIsKnownTo(actor)}`,
  observation: sql`select v.unit_path from observations o join visits v on v.tenant_id = o.tenant_id and v.id = o.visit_id
    where o.tenant_id = ${actor.tenantId} and o.id = ${id} and ${visitIsKnownTo(actor)}`,
  case: sql`select unit_path from cases where tenant_id = ${actor.tenantId} and id = ${id}`,
  criterion: sql`select s.unit_path from criteria c
    join standard_versions v on v.tenant_id = c.tenant_id and v.id = c.version_id
    join standards s on s.tenant_id = v.tenant_id and s.id = v.standard_id
    where c.tenant_id = ${actor.tenantId} and c.id = ${id} limit 1`,
})

/** Refuses a thing that the actor may not read or show something for. */
export const allowServing = async ({ db, actor }: Context, { kind, id }: EvidenceSubject): Promise<void> => {
  const { rows } = await placeOf(actor, id)[kind].execute(db)
  const [row] = rows
  if (!row) throw new Problem('not-found', { noun: kind })
  const about = { tenantId: actor.tenantId, unitPath: row.unit_path }
  // Whoever is held to a standard shows that they meet it; it is kept by an office above them.
  if (kind === 'criterion') {
    allow(actor, reading[kind], standardSubject(actor, { tenant_id: actor.tenantId, unit_path: row.unit_path }))
    allowSomewhere(actor, 'evidence.add')
    return
  }
  allow(actor, reading[kind], about)
  allow(actor, 'evidence.add', about)
}
