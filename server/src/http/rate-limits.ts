import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock, Signed } from '../context.ts'
import { Problem } from '../problem.ts'
import { sessionTokenOf } from '../sign-in/session-cookie.ts'

/** Requests a minute. A whole town hall may share an address, so that one is generous. */
export type Limits = {
  readonly session: number
  readonly person: number
  readonly address: number
  readonly signIn: number
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Counts the request against its person, who is known only later; null without limits. */
    countPerson: ((person: Pick<Signed, 'tenantId' | 'personId'>) => void) | null
  }
}

export const usualLimits: Limits = { session: 1200, person: 1200, address: 30_000, signIn: 600 }

/** Refuses who asks far more often than a person or an honest program does: by session or key, by person, and by address. */
export const rateLimits = (app: FastifyInstance, clock: Clock, secret: string, limits: Limits): void => {
  const take = buckets(clock)
  const countPerson: FastifyRequest['countPerson'] = ({ tenantId, personId }) =>
    take(`person ${tenantId} ${personId}`, limits.person)
  app.decorateRequest('countPerson', null)
  app.addHook('onRequest', async request => {
    request.countPerson = countPerson
    if (!request.url.startsWith('/api/')) return
    const caller = callerOf(request, secret)
    if (caller !== null) take(`session ${caller}`, limits.session)
    if (request.url.startsWith('/api/auth/sign-in')) take(`sign-in ${request.ip}`, limits.signIn)
    take(`address ${request.ip}`, limits.address)
  })
}

const callerOf = ({ headers }: FastifyRequest, secret: string): string | null =>
  headers.authorization ?? sessionTokenOf(headers.cookie, secret)

type Bucket = { left: number; at: number }

/** A bucket each, filling steadily to a minute's worth. Full ones are forgotten. */
const buckets = (clock: Clock): ((key: string, perMinute: number) => void) => {
  const known = new Map<string, Bucket>()
  let swept = 0
  return (key, perMinute) => {
    const now = clock.now().getTime()
    if (now - swept > 60_000) {
      for (const [old, { at }] of known) if (now - at > 60_000) known.delete(old)
      swept = now
    }
    const bucket = known.get(key) ?? { left: perMinute, at: now }
    const left = Math.min(perMinute, bucket.left + (Math.max(0, now - bucket.at) * perMinute) / 60_000)
    if (left < 1) throw new Problem('too-many-requests', { seconds: Math.ceil(((1 - left) * 60) / perMinute) })
    known.set(key, { left: left - 1, at: now })
  }
}
