import { hashPassword } from 'better-auth/crypto'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { replacePassword } from '../sign-in/accounts.ts'
import { firstPassword } from '../sign-in/first-password.ts'
import { lockPerson } from './lock-person.ts'

/** A new first password, to be changed; ends every session and lifts a lock. */
export const resetPassword = async (context: Context, id: string): Promise<{ firstPassword: string }> => {
  const { db, actor, clock } = context
  const person = await lockPerson(context, id)
  if (person.user_id === null) throw new Problem('state-forbids')
  const password = firstPassword(context.random)
  await replacePassword(db, person.user_id, await hashPassword(password), clock.now())
  await db
    .updateTable('people')
    .set({ password_due: true })
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', id)
    .execute()
  const unitPath = person.seats[0]?.path ?? null
  await record(context, 'person.manage', { kind: 'person', id, unitPath }, { what: 'password-reset' })
  return { firstPassword: password }
}
