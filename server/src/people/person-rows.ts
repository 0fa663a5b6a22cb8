import type { Person } from '@luoshi/contract/people'
import { actionsOn } from '@luoshi/rules/action'
import { maskPhone } from '@luoshi/rules/masking'
import { allowedActions, type Subject } from '@luoshi/rules/permissions'
import { isRole } from '@luoshi/rules/role'
import { commonAncestor } from '@luoshi/rules/unit-path'
import { type SqlBool, sql } from 'kysely'
import type { Context } from '../context.ts'
import { unitRef } from '../units/unit-ref.ts'

type Seat = {
  readonly id: string
  readonly role: string
  readonly title: string | null
  readonly unitId: string
  readonly unit: string
  readonly kind: string
  readonly path: string
}

export type PersonRow = {
  readonly id: string
  readonly user_id: string | null
  readonly name: string
  readonly account: string
  readonly title: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly status: 'active' | 'suspended'
  readonly version: number
  readonly seats: readonly Seat[]
}

export type People = {
  readonly where: ReturnType<typeof sql<SqlBool>>
  readonly limit?: number
}

/** People with all their seats, by name. The caller gives the condition that keeps them within reach. */
export const personRows = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { where, limit }: People,
): Promise<readonly PersonRow[]> => {
  const { rows } = await sql<PersonRow>`
    select p.id, p.user_id, p.name, p.account, p.title, p.phone, p.email, p.status, p.version, coalesce((
      select jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'title', m.title,
        'unitId', u.id, 'unit', u.name, 'kind', u.kind, 'path', u.path::text) order by nlevel(u.path), u.name, m.role)
      from memberships m join units u on u.tenant_id = m.tenant_id and u.id = m.unit_id
      where m.tenant_id = p.tenant_id and m.person_id = p.id), '[]') as seats
    from people p
    where p.tenant_id = ${actor.tenantId} and ${where}
    order by p.name, p.id limit ${limit ?? null}`.execute(db)
  return rows
}

/**
 * Whose right it takes to read or manage a person: reading reaches them from any of their units, managing only from above all.
 * Who has no seat is the county's own affair.
 */
export const subjectOf = (tenantId: string, seats: readonly Pick<Seat, 'path'>[], root: string): Subject => {
  const paths = seats.map(({ path }) => path)
  return { tenantId, unitPath: paths.length === 0 ? root : paths.reduce(commonAncestor), involvedPaths: paths }
}

/** The root of the actor's county, as every path begins with it. */
export const rootOf = ({ memberships }: Context['actor']): string => memberships[0]?.unitPath.split('.')[0] ?? ''

const asked = actionsOn('person')

export const shownPerson = (actor: Context['actor'], row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  account: row.account,
  title: row.title,
  phone: row.phone === null ? null : maskPhone(row.phone),
  email: row.email,
  status: row.status,
  memberships: row.seats.flatMap(({ id, role, title, unitId, unit, kind }) =>
    isRole(role) ? [{ id, role, title, unit: unitRef(unitId, unit, kind) }] : [],
  ),
  version: row.version,
  actions: [...allowedActions(actor, subjectOf(actor.tenantId, row.seats, rootOf(actor)), asked)],
})
