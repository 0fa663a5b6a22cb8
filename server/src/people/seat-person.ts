import type { Person } from '@luoshi/contract/people'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { allowSeats, type Seat } from './create-person.ts'
import { lockAdministration, lockPerson, personById, refuseWithoutAdministrator } from './lock-person.ts'

/** Gives a person a role in a unit. Giving the same twice is the same as once. */
export const seatPerson = async (
  context: Context,
  { id, unitId, role, title }: Seat & { readonly id: string },
): Promise<Person> => {
  const { db, actor, ids } = context
  const person = await lockPerson(context, id, 'person.read')
  const [unitPath = null] = await allowSeats(context, [{ unitId }])
  if (person.user_id === null) throw new Problem('state-forbids')
  await db
    .insertInto('memberships')
    .values({ tenant_id: actor.tenantId, id: ids.next(), person_id: id, unit_id: unitId, role, title })
    .onConflict(conflict => conflict.columns(['tenant_id', 'person_id', 'unit_id', 'role']).doUpdateSet({ title }))
    .execute()
  await record(context, 'person.manage', { kind: 'person', id, unitPath }, { what: 'seated', unitId, role })
  return personById(context, id)
}

/** Takes a role away. It is gone on the person's next request. */
export const unseatPerson = async (context: Context, id: string, membershipId: string): Promise<Person> => {
  const { db, actor } = context
  await lockAdministration(context)
  const person = await lockPerson(context, id, 'person.read')
  const seat = person.seats.find(one => one.id === membershipId)
  if (seat === undefined) throw new Problem('not-found', { noun: 'membership' })
  allow(actor, 'person.manage', { tenantId: actor.tenantId, unitPath: seat.path })
  await db
    .deleteFrom('memberships')
    .where('tenant_id', '=', actor.tenantId)
    .where('person_id', '=', id)
    .where('id', '=', membershipId)
    .execute()
  if (seat.role === 'administrator') await refuseWithoutAdministrator(context)
  await record(
    context,
    'person.manage',
    { kind: 'person', id, unitPath: seat.path },
    { what: 'unseated', unitId: seat.unitId, role: seat.role },
  )
  return personById(context, id)
}
