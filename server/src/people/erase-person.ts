import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { eraseSignIn } from '../sign-in/accounts.ts'
import { lockAdministration, lockPerson, refuseWithoutAdministrator } from './lock-person.ts'

/** What stands where a name stood. */
export const erasedName = '已注销人员'

/** Erases what is personal. What the person did stays on record, done by somebody who is no longer named. */
export const erasePerson = async (context: Context, id: string, version: number): Promise<void> => {
  const { db, actor } = context
  await lockAdministration(context)
  const person = await lockPerson(context, id)
  if (person.version !== version) throw new Problem('version-stale')
  if (person.user_id !== null) await eraseSignIn(db, person.user_id)
  const theirs = { tenant_id: actor.tenantId, person_id: id }
  for (const table of ['memberships', 'api_keys', 'channels', 'notices_due'] as const)
    await db
      .deleteFrom(table)
      .where('tenant_id', '=', theirs.tenant_id)
      .where('person_id', '=', theirs.person_id)
      .execute()
  await db
    .updateTable('people')
    .set({
      user_id: null,
      name: erasedName,
      account: `erased-${id}`,
      title: null,
      phone: null,
      email: null,
      status: 'suspended',
      calendar_token_hash: null,
      calendar_nonce: null,
      version: version + 1,
    })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  await refuseWithoutAdministrator(context)
  const unitPath = person.seats[0]?.path ?? null
  await record(context, 'person.manage', { kind: 'person', id, unitPath }, { what: 'erased' })
}
