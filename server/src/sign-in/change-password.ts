import type { Signed } from '../context.ts'
import { headersOf } from '../http/request-of.ts'
import { signedOf } from '../http/signed.ts'
import { Problem } from '../problem.ts'
import { attemptFailed, attemptSucceeded, beginAttempt } from './attempts.ts'
import { auditSignIn } from './audit-sign-in.ts'
import { knownPerson } from './known-account.ts'
import { refuseWeakPassword } from './refuse-weak-password.ts'
import type { Answer, Step } from './step.ts'

/** A new password for oneself. Wrong guesses of the old one count like those at sign-in. */
export const changePassword = async ({ house, request, body, ask }: Step): Promise<Answer> => {
  const signed = await signedOf(house, headersOf(request))
  if (signed === null || signed.via !== 'desk') throw new Problem('not-signed-in')
  const known = await knownPerson(house, signed.tenantId, signed.personId)
  if (known === null) throw new Problem('not-signed-in')
  const wanted = typeof body.newPassword === 'string' ? body.newPassword : ''
  refuseWeakPassword(wanted, known.account, 'newPassword')

  await beginAttempt(house, known.account)
  try {
    const answer = await ask()
    await attemptSucceeded(house, known.account)
    await auditSignIn(house, request.id, signed, 'password-changed', {}, db => passwordNoLongerDue(db, signed))
    return answer
  } catch (error) {
    if (error instanceof Problem && error.code === 'sign-in-refused') await attemptFailed(house, known.account)
    throw error
  }
}

const passwordNoLongerDue = async (
  db: Parameters<NonNullable<Parameters<typeof auditSignIn>[5]>>[0],
  { tenantId, personId }: Signed,
): Promise<void> => {
  await db
    .updateTable('people')
    .set({ password_due: false })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personId)
    .execute()
}
