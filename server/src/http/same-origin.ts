import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'

/** A page of another site cannot act in the name of who is signed in here: browsers say where a writing request comes from. */
export const refuseOtherOrigins = (app: FastifyInstance, publicUrl: string): void => {
  const own = new URL(publicUrl).host
  app.addHook('onRequest', async request => {
    if (reads.has(request.method) || request.headers.authorization !== undefined) return
    if (!isSameOrigin(request, own)) throw new Problem('not-allowed')
  })
}

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

const isSameOrigin = (request: FastifyRequest, own: string): boolean => {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (origin === undefined) return site !== 'cross-site'
  const host = hostOf(origin)
  return host === request.host || host === own
}

const hostOf = (origin: string): string | null => {
  try {
    return new URL(origin).host
  } catch {
    return null // `null`, which a sandboxed page sends
  }
}
