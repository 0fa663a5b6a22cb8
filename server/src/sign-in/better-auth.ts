import { betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import type { House } from '../context.ts'
import { passwordLength } from './password-policy.ts'
import { cookiePrefix } from './session-cookie.ts'
import { countySignIn, provider } from './single-sign-on.ts'

export type Auth = { readonly handler: (request: Request) => Promise<Response> }

const DAY = 86_400

/** better-auth on the house's own database, in the schema `auth`. People are made by administrators, never by signing up. */
export const createAuth = ({ db, secret, publicUrl, log, singleSignOn }: House): Auth =>
  betterAuth({
    appName: '落实 Luoshi',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: { db: db.withSchema('auth'), type: 'postgres', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    session: { expiresIn: 7 * DAY, updateAge: DAY / 24, cookieCache: { enabled: false } },
    user: { changeEmail: { enabled: false }, deleteUser: { enabled: false } },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 60, usernameValidator: () => true, immutableUsername: true }),
      twoFactor({ issuer: '落实', accountLockout: { enabled: true, maxFailedAttempts: 5, durationSeconds: 900 } }),
      ...(singleSignOn ? [countySignIn({ db }, singleSignOn)] : []),
    ],
    // A person is tied to the county's sign-in the first time; its tokens are of no use here and are not kept.
    account: {
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [provider], requireLocalEmailVerified: false },
    },
    databaseHooks: {
      account: {
        create: {
          before: async account => ({ data: { ...account, accessToken: null, refreshToken: null, idToken: null } }),
        },
      },
    },
    // The house counts for itself, by account first (`attempts.ts`).
    rateLimit: { enabled: false },
    // A page may come from any name this server is reached by; what matters is that it is this server's own.
    trustedOrigins: request => {
      const host = request?.headers.get('host')
      return host ? [`http://${host}`, `https://${host}`] : []
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: publicUrl.startsWith('https://'),
      ipAddress: { ipAddressHeaders: [callerHeader] },
      database: { generateId: () => crypto.randomUUID() },
    },
    telemetry: { enabled: false },
    // What it would say names accounts; what matters of it is in the audit.
    logger: { level: 'error', log: (_level, message) => log.warn({ part: 'sign-in' }, message.split('\n')[0] ?? '') },
  })

/** Set by the house on the request it hands over; never taken from outside. */
export const callerHeader = 'x-luoshi-caller'
