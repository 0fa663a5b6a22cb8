import { genericOAuth } from 'better-auth/plugins'
import type { House, SingleSignOn } from '../context.ts'
import { accountOf } from './accounts.ts'
import { knownAccount } from './known-account.ts'

/** Names the county's sign-in to better-auth; stands in the address that its server sends people back to. */
export const provider = 'county'

/** What has to be asked for, beside who it is, to be told the claim. */
const scopeOf: Readonly<Record<string, string>> = { email: 'email', phone_number: 'phone' }

/** Belongs to nobody, so that better-auth finds nobody by it; it makes nobody either. */
const nobody = 'nobody@sign-in.invalid'

/** Lets in whom the house knows by the claim, and makes nobody. */
export const countySignIn = (house: Pick<House, 'db'>, { issuer, clientId, clientSecret, claim }: SingleSignOn) =>
  genericOAuth({
    config: [
      {
        providerId: provider,
        discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        clientId,
        clientSecret,
        scopes: ['openid', 'profile', ...(scopeOf[claim] ? [scopeOf[claim]] : [])],
        disableSignUp: true,
        accountSubject: ({ profile }) => accountOf(textOf(profile[claim])),
        mapProfileToUser: async profile => {
          const known = await knownAccount(house, accountOf(textOf(profile[claim])))
          return { name: '', email: known?.active ? `${known.userId}@sign-in.invalid` : nobody, emailVerified: false }
        },
      },
    ],
  })

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
