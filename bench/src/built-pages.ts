import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
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

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}
