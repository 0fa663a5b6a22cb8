import type { Person } from '@luoshi/contract/people'
import type { Role } from '@luoshi/rules/role'
import { hashPassword } from 'better-auth/crypto'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { accountOf, makeSignIn } from '../sign-in/accounts.ts'
import { firstPassword } from '../sign-in/first-password.ts'
import { personById } from './lock-person.ts'

export type Seat = { readonly unitId: string; readonly role: Role; readonly title: string | null }

export type NewPerson = {
  readonly name: string
  readonly account: string
  readonly title: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly memberships: readonly Seat[]
}

/** Adds a person who can sign in with a first password, to be changed. It is told once and kept nowhere. */
export const createPerson = async (
  context: Context,
  wanted: NewPerson,
): Promise<{ person: Person; firstPassword: string }> => {
  const paths = await allowSeats(context, wanted.memberships)
  const password = firstPassword(context.random)
  const id = await writePerson(context, wanted, await hashPassword(password))
  await record(
    context,
    'person.manage',
    { kind: 'person', id, unitPath: paths[0] ?? null },
    { what: 'created', seats: wanted.memberships.map(({ unitId, role }) => ({ unitId, role })) },
  )
  return { person: await personById(context, id), firstPassword: password }
}

/** The paths of the units, each of which the actor may seat people in. */
export const allowSeats = async (
  { db, actor }: Context,
  seats: readonly Pick<Seat, 'unitId'>[],
): Promise<readonly string[]> => {
  const units = await db
    .selectFrom('units')
    .select(['id', 'path', 'archived_at'])
    .where('tenant_id', '=', actor.tenantId)
    .where('id', 'in', [...new Set(seats.map(({ unitId }) => unitId))])
    .execute()
  return seats.map(({ unitId }) => {
    const unit = units.find(({ id }) => id === unitId)
    if (unit === undefined) throw new Problem('not-found', { noun: 'unit' })
    allow(actor, 'unit.read', { tenantId: actor.tenantId, unitPath: unit.path })
    allow(actor, 'person.manage', { tenantId: actor.tenantId, unitPath: unit.path })
    if (unit.archived_at !== null) throw new Problem('state-forbids')
    return unit.path
  })
}

/** The rows of a person, its seats and its sign-in. */
export const writePerson = async (context: Context, wanted: NewPerson, passwordHash: string): Promise<string> => {
  const { db, actor, ids, clock } = context
  const account = accountOf(wanted.account)
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,39}$/u.test(account))
    throw new Problem('input-invalid', {}, [{ field: 'account', message: 'account-form' }])
  const id = ids.next()
  const at = clock.now()
  await db
    .insertInto('people')
    .values({
      tenant_id: actor.tenantId,
      id,
      user_id: id,
      name: wanted.name,
      account,
      title: wanted.title,
      phone: wanted.phone,
      email: wanted.email,
      password_due: true,
      created_at: at,
    })
    .execute()
  await db
    .insertInto('memberships')
    .values(
      wanted.memberships.map(({ unitId, role, title }) => ({
        tenant_id: actor.tenantId,
        id: ids.next(),
        person_id: id,
        unit_id: unitId,
        role,
        title,
      })),
    )
    .onConflict(conflict => conflict.columns(['tenant_id', 'person_id', 'unit_id', 'role']).doNothing())
    .execute()
  await makeSignIn(db, { userId: id, account, passwordHash, at })
  return id
}
