import { languageHeader } from './ask-server.ts'
import { say } from './i18n.ts'
import { ProblemError, problemIn, unreachable } from './problem.ts'
import { type signInProblems, uiWords } from './words.ts'

/** Sign-in and what belongs to it is better-auth's, beside the contract; a refusal is a ProblemError all the same. */
const post = async (path: string, body: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...languageHeader() },
    body: JSON.stringify(body),
  }).catch(() => {
    throw unreachable()
  })
  if (response.ok) return response.json().catch(() => null)
  throw await refusalIn(response)
}

/** The codes of better-auth that a person can do something about, and what we call them. */
const refusals: Readonly<
  Record<string, { readonly code: ProblemError['code']; readonly word: (typeof signInProblems)[number] }>
> = {
  INVALID_USERNAME_OR_PASSWORD: { code: 'sign-in-refused', word: 'sign-in-refused' },
  INVALID_EMAIL_OR_PASSWORD: { code: 'sign-in-refused', word: 'sign-in-refused' },
  USERNAME_IS_INVALID: { code: 'sign-in-refused', word: 'sign-in-refused' },
  USERNAME_TOO_SHORT: { code: 'sign-in-refused', word: 'sign-in-refused' },
  USERNAME_TOO_LONG: { code: 'sign-in-refused', word: 'sign-in-refused' },
  INVALID_PASSWORD: { code: 'sign-in-refused', word: 'password-wrong' },
  PASSWORD_TOO_SHORT: { code: 'password-too-weak', word: 'password-too-weak' },
  PASSWORD_TOO_LONG: { code: 'password-too-weak', word: 'password-too-weak' },
  INVALID_CODE: { code: 'second-factor-required', word: 'code-wrong' },
  OTP_HAS_EXPIRED: { code: 'second-factor-required', word: 'code-wrong' },
  INVALID_TWO_FACTOR_COOKIE: { code: 'not-signed-in', word: 'code-late' },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { code: 'too-many-requests', word: 'code-late' },
}

const refusalIn = async (response: Response): Promise<ProblemError> => {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
  const known = refusals[code]
  if (!known) return problemIn(response)
  const t = say(uiWords)
  return new ProblemError({
    code: known.code,
    status: response.status,
    title: t(`sign-in.${known.word}`),
    detail: t(`sign-in.${known.word}.detail`),
    params: {},
  })
}

const has = <K extends string>(value: unknown, key: K): value is Record<K, unknown> =>
  typeof value === 'object' && value !== null && key in value

/** True where a code from the second factor is still wanted. */
export const signIn = async (account: string, password: string): Promise<{ readonly codeWanted: boolean }> => {
  const reply = await post('sign-in/username', { username: account, password })
  return { codeWanted: has(reply, 'twoFactorRedirect') && reply.twoFactorRedirect === true }
}

/** Ends the sign-in with a code of the authenticator, or proves one that has just been set up. */
export const verifyCode = async (code: string): Promise<void> => void (await post('two-factor/verify-totp', { code }))

export const verifyBackupCode = async (code: string): Promise<void> =>
  void (await post('two-factor/verify-backup-code', { code }))

export const signOut = async (): Promise<void> => void (await post('sign-out'))

export const changePassword = async (currentPassword: string, newPassword: string): Promise<void> =>
  void (await post('change-password', { currentPassword, newPassword, revokeOtherSessions: true }))

export type SecondFactor = { readonly uri: string; readonly backupCodes: readonly string[] }

export const enableSecondFactor = async (password: string): Promise<SecondFactor> => {
  const reply = await post('two-factor/enable', { password })
  if (!has(reply, 'totpURI') || !has(reply, 'backupCodes') || !Array.isArray(reply.backupCodes)) {
    throw new Error('The answer to enabling a second factor has another shape')
  }
  return { uri: String(reply.totpURI), backupCodes: reply.backupCodes.map(String) }
}

export const disableSecondFactor = async (password: string): Promise<void> =>
  void (await post('two-factor/disable', { password }))
