import { type Client, clientFor } from '../client.testing.ts'

export type Reply = { readonly status: number; readonly body: Record<string, unknown> }

/** A browser of its own: keeps its cookies and posts to the sign-in. */
export type Visitor = {
  readonly post: (path: string, body?: object) => Promise<Reply>
  /** The operations as whoever has signed in; at another address if the server has moved. */
  readonly client: (at?: string) => Client
}

export const visitor = (url: string, headers: Record<string, string> = {}): Visitor => {
  const cookies = new Map<string, string>()
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    post: async (path, body = {}) => {
      const reply = await fetch(`${url}/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, cookie: cookie(), ...headers },
        body: JSON.stringify(body),
      })
      for (const line of reply.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const equals = pair.indexOf('=')
        if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, equals))
        else cookies.set(pair.slice(0, equals), pair.slice(equals + 1))
      }
      return { status: reply.status, body: (await reply.json()) as Record<string, unknown> } // every answer is an object
    },
    client: (at = url) => clientFor(at, { cookie: cookie() }),
  }
}
