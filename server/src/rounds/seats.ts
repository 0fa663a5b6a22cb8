import { homeOf, type RoundKind } from '@luoshi/rules/round-kind'
import { isWithin, type UnitPath } from '@luoshi/rules/unit-path'
import { sql } from 'kysely'
import { scopeFor } from '../allow.ts'
import type { Context } from '../context.ts'
import { pathArray } from '../db/ltree.ts'
import type { UnitRef } from '../units/unit-ref.ts'
import { unitRef } from '../units/unit-ref.ts'

export type Seat = {
  readonly personId: string
  readonly name: string
  readonly role: string
  readonly path: UnitPath
  readonly unit: UnitRef
}

type SeatRow = {
  readonly person_id: string
  readonly name: string
  readonly role: string
  readonly path: string
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_kind: string
}

/** Every seat of these people, of whom each must be in office and have one within the actor's reach; the others are left out. */
export const seatsOf = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Seat[]>> => {
  const scope = scopeFor(actor, 'person.read')
  const { rows } = await sql<SeatRow>`
    select p.id as person_id, p.name, m.role, u.path::text, u.id as unit_id, u.name as unit_name, u.kind as unit_kind
    from people p
    join memberships m on m.tenant_id = p.tenant_id and m.person_id = p.id
    join units u on u.tenant_id = m.tenant_id and u.id = m.unit_id and u.archived_at is null
    where p.tenant_id = ${actor.tenantId} and p.status = 'active' and p.id = any(${[...personIds]}::uuid[])
      and exists (select from memberships x join units y on y.tenant_id = x.tenant_id and y.id = x.unit_id
        where x.tenant_id = p.tenant_id and x.person_id = p.id and y.path <@ any(${pathArray(scope)}))
    order by p.id, u.path, m.role`.execute(db)
  return Map.groupBy(rows.map(seat), ({ personId }) => personId)
}

/** Who comes into question for a kind of round: inspectors; in mutual rounds, patrols and 自查 the inspected units' own people. */
export const candidatesFor = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  kind: RoundKind,
  unitPath: UnitPath,
  within: readonly UnitPath[],
): Promise<readonly Seat[]> => {
  const ownPeople = kind === 'mutual' || homeOf(kind) === 'own'
  const roles = ownPeople ? ['unit', 'worker'] : ['inspector']
  const { rows } = await sql<SeatRow>`
    select distinct on (p.id) p.id as person_id, p.name, m.role, u.path::text, u.id as unit_id, u.name as unit_name,
      u.kind as unit_kind
    from people p
    join memberships m on m.tenant_id = p.tenant_id and m.person_id = p.id and m.role = any(${roles}::text[])
    join units u on u.tenant_id = m.tenant_id and u.id = m.unit_id and u.archived_at is null
    where p.tenant_id = ${actor.tenantId} and p.status = 'active'
      and u.path <@ any(${pathArray(ownPeople ? within : [unitPath])})
      and u.path <@ any(${pathArray(scopeFor(actor, 'person.read'))})
    order by p.id, u.path`.execute(db)
  return rows.map(seat)
}

/**
 * The seat that counts as an inspector's home: in rounds of the inspected themselves one among them, else the one as inspector.
 */
export const homeSeat = (kind: RoundKind, seats: readonly Seat[], within: readonly UnitPath[]): Seat | undefined => {
  const isInspected = ({ path }: Seat): boolean => within.some(top => isWithin(path, top) || isWithin(top, path))
  const preferred =
    kind === 'mutual' || homeOf(kind) === 'own'
      ? seats.find(one => isInspected(one) && (one.role === 'unit' || one.role === 'worker'))
      : seats.find(({ role }) => role === 'inspector')
  return preferred ?? seats[0]
}

const seat = (row: SeatRow): Seat => ({
  personId: row.person_id,
  name: row.name,
  role: row.role,
  path: row.path,
  unit: unitRef(row.unit_id, row.unit_name, row.unit_kind),
})
