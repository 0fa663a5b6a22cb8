import type { Person } from '@luoshi/contract/people'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { endSessions } from '../sign-in/accounts.ts'
import { lockAdministration, lockPerson, personById, refuseWithoutAdministrator } from './lock-person.ts'

export type PersonChange = {
  readonly id: string
  readonly version: number
  readonly name?: string | undefined
  readonly title?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly email?: string | null | undefined
  readonly status?: 'active' | 'suspended' | undefined
}

/** Suspending ends every session at once. */
export const changePerson = async (context: Context, { id, version, ...change }: PersonChange): Promise<Person> => {
  const { db, actor } = context
  const suspends = change.status === 'suspended'
  if (suspends) await lockAdministration(context)
  const person = await lockPerson(context, id)
  if (person.version !== version) throw new Problem('version-stale')
  if (person.user_id === null) throw new Problem('state-forbids')

  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  await db
    .updateTable('people')
    .set({ ...given, version: version + 1 })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  if (suspends) {
    await refuseWithoutAdministrator(context)
    await endSessions(db, person.user_id)
  }
  const unitPath = person.seats[0]?.path ?? null
  // Which fields were changed, not what they hold: the audit outlives an erasure.
  await record(
    context,
    'person.manage',
    { kind: 'person', id, unitPath },
    { what: 'changed', fields: Object.keys(given), ...(change.status && { status: change.status }) },
  )
  return personById(context, id)
}
