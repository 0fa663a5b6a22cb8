import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { type Browser, chromium, type Route } from 'playwright-core'

const built = join(import.meta.dirname, '../../web/dist')

/** A browser for pages as they are built; refuses to measure what is not there. */
export const openBuiltPages = (): Promise<Browser> => {
  if (!existsSync(join(built, 'index.html')))
    throw new Error('The pages are not built. Run `vite build` in web/ first.')
  const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    path => path && existsSync(path),
  )
  return chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) })
}

/** Answers with the built files, and for the server with what the bench says; null: the line is dead. */
export const answerBuilt =
  (front: 'index.html' | 'field.html', server: (path: string) => unknown) =>
  async (route: Route): Promise<void> => {
    const { pathname } = new URL(route.request().url())
    if (pathname.startsWith('/api/')) {
      const json = server(pathname)
      return json === null ? route.abort() : route.fulfill({ json })
    }
    const isFile = extname(pathname) !== ''
    const contentType = types[extname(pathname)] ?? 'text/html; charset=utf-8'
    return route.fulfill({ body: await readFile(join(built, isFile ? pathname : front)), contentType })
  }

/** The same from a server of its own, as a service worker needs it; what the bench does not answer is out of reach. */
export const serveBuilt = async (
  front: 'index.html' | 'field.html',
  server: (path: string) => unknown,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const http = createServer((request, reply) => {
    const { pathname } = new URL(request.url ?? '/', 'http://built')
    const json = pathname.startsWith('/api/') ? server(pathname) : undefined
    if (json === null) return void reply.destroy()
    if (json !== undefined) return void reply.setHeader('content-type', 'application/json').end(JSON.stringify(json))
    const isFile = extname(pathname) !== ''
    readFile(join(built, isFile ? pathname : front)).then(
      body => reply.setHeader('content-type', types[extname(pathname)] ?? 'text/html; charset=utf-8').end(body),
      () => reply.writeHead(404).end(),
    )
  })
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, // it listens on a port
    close: () =>
      new Promise(resolve => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}
