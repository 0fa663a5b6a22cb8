import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { House } from '../context.ts'
import { Problem } from '../problem.ts'
import { refuse } from './refuse.ts'

/** The built web pages; an address that is no file opens its front door, which finds its own way: the phone's under /field, else the desk. */
export const pages = async (app: FastifyInstance, house: House, folder: string | null): Promise<void> => {
  const frontOf = (path: string): string | null =>
    folder === null ? null : join(folder, /^\/field(\/|$)/.test(path) ? 'field.html' : 'index.html')
  if (folder !== null && existsSync(folder))
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      setHeaders: (reply, path) => {
        // Built files carry their content's hash in the name; everything else is asked for anew.
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  app.setNotFoundHandler(async (request, reply) => {
    const isPage =
      ['GET', 'HEAD'].includes(request.method) &&
      !request.url.startsWith('/api/') &&
      !/\.\w+$/.test(pathOf(request.url))
    if (!isPage) return refuse(house, request, reply, new Problem('not-found', { noun: 'page' }))
    const front = frontOf(pathOf(request.url))
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8')
    return reply.send(front !== null && existsSync(front) ? await readFile(front) : notBuilt)
  })
}

const pathOf = (url: string): string => url.split('?')[0] ?? ''

const notBuilt = `<!doctype html><meta charset="utf-8"><title>落实</title>
<p>网页还没有生成。请运行 <code>npm start</code>。</p><p>The pages have not been built yet. Run <code>npm start</code>.</p>`
