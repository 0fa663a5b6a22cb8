import { Problem } from '../problem.ts'
import { accountOf } from './accounts.ts'
import { attemptFailed, attemptSucceeded, beginAttempt, lock } from './attempts.ts'
import { auditSignIn } from './audit-sign-in.ts'
import { knownAccount } from './known-account.ts'
import type { Answer, Step } from './step.ts'

/** Account and password. Answers `twoFactorRedirect` where a code is wanted too; signed in only after that. */
export const signIn = async ({ house, request, body, ask }: Step): Promise<Answer> => {
  const account = accountOf(typeof body.username === 'string' ? body.username : '')
  await beginAttempt(house, account)
  const known = await knownAccount(house, account)
  try {
    if (known?.active === false) throw new Problem('sign-in-refused')
    const answer = await ask({ username: account, password: body.password, rememberMe: body.rememberMe })
    await attemptSucceeded(house, account)
    if (known !== null && !wantsCode(answer.body)) await auditSignIn(house, request.id, known, 'sign-in')
    return answer
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'sign-in-refused') throw error
    const locked = await attemptFailed(house, account)
    if (known !== null) await auditSignIn(house, request.id, known, locked ? 'locked' : 'refused')
    throw locked ? new Problem('account-locked', { minutes: lock.minutes }) : error
  }
}

const wantsCode = (body: unknown): boolean => typeof body === 'object' && body !== null && 'twoFactorRedirect' in body
