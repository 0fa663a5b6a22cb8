import fastify, { type FastifyInstance } from 'fastify'
import type { House } from './context.ts'
import { evidenceFileRoutes } from './evidence/file-routes.ts'
import { contractRoutes } from './http/contract-routes.ts'
import { pages } from './http/pages.ts'
import { markRefusals, refuse } from './http/refuse.ts'
import { refuseOtherOrigins } from './http/same-origin.ts'
import { authRoutes } from './sign-in/auth-routes.ts'

/** The whole server over HTTP, not yet listening. */
export const createApp = async (house: House, webDir: string | null = null): Promise<FastifyInstance> => {
  const app = fastify({
    // Who stands before the house on the same machine or network tells the caller's address.
    trustProxy: ['loopback', 'linklocal', 'uniquelocal'],
    bodyLimit: 12_000_000,
    genReqId: ({ headers }) => {
      const given = headers['x-request-id']
      return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : house.ids.next()
    },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  markRefusals(app)
  refuseOtherOrigins(app, house.publicUrl)
  app.setErrorHandler((error, request, reply) => refuse(house, request, reply, error))

  authRoutes(app, house)
  await evidenceFileRoutes(app, house)
  contractRoutes(app, house)
  await pages(app, house, webDir)
  return app
}
