import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { FastifyInstance } from 'fastify'
import type { House } from '../context.ts'
import { Problem } from '../problem.ts'
import type { RequestContext } from './operations.ts'
import { refusalOf } from './refuse.ts'
import { requestOf } from './request-of.ts'
import { router } from './router.ts'

export const apiPrefix = '/api/v1'

const LARGEST_FORM = 33_000_000

/** Every operation of the contract, under `/api/v1`. */
export const contractRoutes = (app: FastifyInstance, house: House): void => {
  const handler = new OpenAPIHandler<RequestContext>(router, {
    plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
    clientInterceptors: [
      async ({ next, context, path }) => {
        context.named(path.join('.'))
        return next()
      },
    ],
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next()
        } catch (error) {
          const body = refusalOf(house, error, context.requestId, context.headers.get('accept-language'))
          return { matched: true, response: { status: body.status, headers: {}, body } }
        }
      },
    ],
  })

  // A form is read by the handler, as a whole; its size is told before.
  app.addContentTypeParser('multipart/form-data', (request, _payload, done) => {
    const size = Number(request.headers['content-length'] ?? Number.NaN)
    if (size <= LARGEST_FORM) done(null, undefined)
    else done(new Problem('too-large', { limit: '33 MB' }))
  })

  app.all(`${apiPrefix}/*`, async (request, reply) => {
    const context = await requestOf(house, request)
    const { matched } = await handler.handle(request, reply, { context, prefix: apiPrefix })
    if (!matched) throw new Problem('not-found', { noun: 'page' })
    return reply
  })
}
