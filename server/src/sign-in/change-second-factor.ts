import { headersOf } from '../http/request-of.ts'
import { signedOf } from '../http/signed.ts'
import { Problem } from '../problem.ts'
import { attemptFailed, attemptSucceeded, beginAttempt } from './attempts.ts'
import { auditSignIn } from './audit-sign-in.ts'
import { knownPerson } from './known-account.ts'
import type { Answer, Step } from './step.ts'

/** Setting a second factor up, taking it away, or new backup codes: each asks for the password again, and guesses count. */
export const changeSecondFactor =
  (to: 'on-begun' | 'off' | 'codes') =>
  async ({ house, request, ask }: Step): Promise<Answer> => {
    const signed = await signedOf(house, headersOf(request))
    const known = signed?.via === 'desk' ? await knownPerson(house, signed.tenantId, signed.personId) : null
    if (signed === null || known === null) throw new Problem('not-signed-in')
    await beginAttempt(house, known.account)
    try {
      const answer = await ask()
      await attemptSucceeded(house, known.account)
      await auditSignIn(house, request.id, signed, 'second-factor-changed', { to })
      return answer
    } catch (error) {
      if (error instanceof Problem && error.code === 'sign-in-refused') await attemptFailed(house, known.account)
      throw error
    }
  }
