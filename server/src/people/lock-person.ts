import type { Person } from '@luoshi/contract/people'
import { parentPath } from '@luoshi/rules/unit-path'
import { sql } from 'kysely'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { type PersonRow, personRows, rootOf, shownPerson, subjectOf } from './person-rows.ts'

/** The person as it stands, kept from others until this transaction ends, if the actor may manage it. */
export const lockPerson = async (
  context: Context,
  id: string,
  action: 'person.manage' | 'person.read' = 'person.manage',
): Promise<PersonRow> => {
  const { db, actor } = context
  await db
    .selectFrom('people')
    .select('id')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const row = await rowOf(context, id)
  allow(actor, action, subjectOf(actor.tenantId, row.seats, rootOf(actor)))
  return row
}

export const personById = async (context: Context, id: string): Promise<Person> =>
  shownPerson(context.actor, await rowOf(context, id))

const rowOf = async (context: Context, id: string): Promise<PersonRow> => {
  const [row] = await personRows(context, { where: sql`p.id = ${id}` })
  if (row === undefined) throw new Problem('not-found', { noun: 'person' })
  return row
}

/** Steps that may take an administrator away wait for one another: two could otherwise take away each other. */
export const lockAdministration = async ({ db, actor }: Context): Promise<void> => {
  await db.selectFrom('tenants').select('tenant_id').where('tenant_id', '=', actor.tenantId).forUpdate().execute()
}

/** Called once the change is written: somebody must be left who administers the whole county. */
export const refuseWithoutAdministrator = async ({ db, actor }: Context): Promise<void> => {
  const left = await db
    .selectFrom('memberships as m')
    .innerJoin('people as p', join => join.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.id', '=', 'm.person_id'))
    .innerJoin('units as u', join => join.onRef('u.tenant_id', '=', 'm.tenant_id').onRef('u.id', '=', 'm.unit_id'))
    .select('u.path')
    .where('m.tenant_id', '=', actor.tenantId)
    .where('m.role', '=', 'administrator')
    .where('p.status', '=', 'active')
    .where('u.parent_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (left === undefined || parentPath(left.path) !== null) throw new Problem('last-administrator')
}
