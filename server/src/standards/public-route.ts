import type { FastifyInstance } from 'fastify'
import type { House } from '../context.ts'
import { noPublicPage, publicPage } from './public-page.ts'
import { publicStandard } from './public-standard.ts'

/** `/public/standards/{id}`: for everybody who has the link, without an account. */
export const publicStandardRoute = (app: FastifyInstance, house: House): void => {
  app.get<{ Params: { id: string } }>('/public/standards/:id', async (request, reply) => {
    const standard = await publicStandard(house, request.params.id)
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache')
    return standard === null ? reply.code(404).send(noPublicPage()) : reply.send(publicPage(standard))
  })
}
