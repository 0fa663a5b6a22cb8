import { Problem } from '../problem.ts'
import { lock } from './attempts.ts'

/** What better-auth's refusal means in our words. Throws where it is no refusal but a bug. */
export const authRefusal = (status: number, body: unknown): Problem => {
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
  const known = meanings[code]
  if (known !== undefined) return known()
  if (status === 401) return new Problem('not-signed-in')
  if (status === 403) return new Problem('not-allowed')
  if (status === 404) return new Problem('not-found', { noun: 'page' })
  if (status === 429) return new Problem('too-many-requests', { seconds: 60 })
  if (status < 500) return new Problem('input-invalid')
  throw new Error(`Sign-in answered ${status} ${code}`)
}

const refused = (): Problem => new Problem('sign-in-refused')
const wrongCode = (): Problem => new Problem('second-factor-required')
const resting = (): Problem => new Problem('account-locked', { minutes: lock.minutes })

const meanings: Readonly<Record<string, () => Problem>> = {
  INVALID_USERNAME_OR_PASSWORD: refused,
  INVALID_USERNAME: refused,
  USERNAME_TOO_SHORT: refused,
  USERNAME_TOO_LONG: refused,
  INVALID_PASSWORD: refused,
  PASSWORD_TOO_SHORT: () => new Problem('password-too-weak'),
  PASSWORD_TOO_LONG: () => new Problem('password-too-weak'),
  INVALID_CODE: wrongCode,
  INVALID_BACKUP_CODE: wrongCode,
  INVALID_TWO_FACTOR_COOKIE: () => new Problem('not-signed-in'),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: resting,
  ACCOUNT_TEMPORARILY_LOCKED: resting,
}
