import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** A county's own sign-in, run for a test: lets anybody in as whoever they say they are. */
export type Issuer = {
  readonly url: string
  /** From here on sends people back to this house. */
  readonly serve: (callback: string) => void
  readonly close: () => Promise<void>
}

export const client = { id: 'luoshi', secret: 'known to both sides only' }

/** What the issuer says of somebody: the account of the county beside a number of its own. */
const claimsOf = (who: string) => ({ sub: `number-of-${who}`, preferred_username: who, name: who })

export const openIssuer = async (): Promise<Issuer> => {
  let answer: ReturnType<Provider['callback']> | null = null
  const server = createServer((request, response) => void answer?.(request, response))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // listening on TCP
  return {
    url,
    serve: callback => {
      answer = issuerFor(url, callback).callback()
    },
    close: () => new Promise(done => server.close(() => done())),
  }
}

const issuerFor = (url: string, callback: string): Provider =>
  new Provider(url, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], profile: ['preferred_username', 'name'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => claimsOf(id) }),
    // Nobody is asked whether the house may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        ...(oidc.client && { clientId: oidc.client.clientId }),
        ...(oidc.session?.accountId !== undefined && { accountId: oidc.session.accountId }),
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
