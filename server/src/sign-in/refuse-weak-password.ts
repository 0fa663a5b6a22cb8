import { Problem } from '../problem.ts'
import { weaknessOf } from './password-policy.ts'

/** Says what to do about a password that would soon be guessed. */
export const refuseWeakPassword = (password: string, account: string, field: string): void => {
  const weakness = weaknessOf(password, account)
  if (weakness !== null) throw new Problem('password-too-weak', {}, [{ field, message: weakness }])
}
