import type { FastifyInstance } from 'fastify'
import type { House } from '../context.ts'
import { openApiDocument } from './document.ts'
import { docsPage } from './page.ts'

/** `/api/openapi.json` and, to be read, `/api/docs`. Written once: the contract does not change while the house runs. */
export const openApiRoutes = (app: FastifyInstance, { publicUrl }: House): void => {
  let written: ReturnType<typeof openApiDocument> | null = null
  const document = () => {
    written ??= openApiDocument(publicUrl)
    return written
  }
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(await document()),
  )
  app.get('/api/docs', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(docsPage(await document())),
  )
}
