import fastify, { type FastifyInstance } from 'fastify'
import type pg from 'pg'
import { feedRoute } from './calendar/feed-route.ts'
import type { House } from './context.ts'
import { evidenceFileRoutes } from './evidence/file-routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { contractRoutes } from './http/contract-routes.ts'
import { pages } from './http/pages.ts'
import { type Limits, rateLimits, usualLimits } from './http/rate-limits.ts'
import { markRefusals, refuse } from './http/refuse.ts'
import { refuseOtherOrigins } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'
import { templateRoute } from './imports/template-route.ts'
import { ledgerFileRoute } from './ledger/export-file-route.ts'
import { health } from './observe/health.ts'
import { metrics } from './observe/metrics.ts'
import { openApiRoutes } from './openapi/routes.ts'
import { pointTemplateRoute } from './points/point-template.ts'
import { proofRoute } from './rounds/proof-route.ts'
import { authRoutes } from './sign-in/auth-routes.ts'
import { standardFileRoutes } from './standards/file-routes.ts'
import { publicStandardRoute } from './standards/public-route.ts'

/** What a server has besides the house: built pages, the pool to be measured, limits (null for none). */
export type Equipment = {
  readonly webDir?: string | null
  readonly pool?: pg.Pool | null
  readonly limits?: Limits | null
}

/** The whole server over HTTP, not yet listening. */
export const createApp = async (
  house: House,
  { webDir = null, pool = null, limits = usualLimits }: Equipment = {},
): Promise<FastifyInstance> => {
  const app = fastify({
    // Who stands before the house on the same machine or network tells the caller's address.
    trustProxy: ['loopback', 'linklocal', 'uniquelocal'],
    bodyLimit: 12_000_000,
    // A whole upload over a poor line; nobody holds a connection for longer.
    requestTimeout: 600_000,
    genReqId: ({ headers }) => {
      const given = headers['x-request-id']
      return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : house.ids.next()
    },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  metrics(app, house, pool)
  endSlowReaders(app)
  markRefusals(app)
  securityHeaders(app, house)
  if (limits !== null) rateLimits(app, house.clock, house.secret, limits)
  refuseOtherOrigins(app, house.publicUrl)
  app.setErrorHandler((error, request, reply) => refuse(house, request, reply, error))

  health(app, house)
  openApiRoutes(app, house)
  authRoutes(app, house)
  await evidenceFileRoutes(app, house)
  feedRoute(app, house)
  templateRoute(app, house)
  exportRoutes(app, house)
  ledgerFileRoute(app, house)
  standardFileRoutes(app, house)
  pointTemplateRoute(app, house)
  publicStandardRoute(app, house)
  proofRoute(app, house)
  contractRoutes(app, house)
  await pages(app, house, webDir)
  return app
}

const PATIENCE_MS = 3000

/** Whoever is still being answered when the house closes has a moment to finish; a reader that went away holds nothing up. */
const endSlowReaders = (app: FastifyInstance): void => {
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS).unref()
  })
}
