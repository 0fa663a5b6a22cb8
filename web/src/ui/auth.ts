import { askServer, languageHeader } from './ask-server.ts'

/** Sign-in and what belongs to it is better-auth's, beside the contract; the server refuses there as everywhere. */
const post = async (path: string, body: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
  const response = await askServer(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...languageHeader() },
    body: JSON.stringify(body),
  })
  return response.json().catch(() => null)
}

const has = <K extends string>(value: unknown, key: K): value is Record<K, unknown> =>
  typeof value === 'object' && value !== null && key in value

/** True where a code from the second factor is still wanted. */
export const signIn = async (account: string, password: string): Promise<{ readonly codeWanted: boolean }> => {
  const reply = await post('sign-in/username', { username: account, password })
  return { codeWanted: has(reply, 'twoFactorRedirect') && reply.twoFactorRedirect === true }
}

/** Whether the password that let one in was made by somebody else, and is changed at the desk before anything else. */
export const owesPassword = async (): Promise<boolean> => {
  const me: unknown = await (await askServer('/api/v1/me')).json()
  return has(me, 'passwordDue') && me.passwordDue === true
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
