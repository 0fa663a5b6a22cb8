import { headersOf } from '../http/request-of.ts'
import { signedOf } from '../http/signed.ts'
import { auditSignIn } from './audit-sign-in.ts'
import type { Answer, Step } from './step.ts'

export const signOut = async ({ house, request, ask }: Step): Promise<Answer> => {
  const signed = await signedOf(house, headersOf(request))
  const answer = await ask()
  if (signed !== null) await auditSignIn(house, request.id, signed, 'sign-out')
  return answer
}
