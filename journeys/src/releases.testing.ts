import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'

const dist = join(import.meta.dirname, '../../web/dist')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

export type Releases = {
  readonly address: string
  /** From now on the pages of this release are served; those of the one before are gone, as after an update. */
  readonly put: (release: number) => void
  /** How often a page was asked for, apart from its parts. */
  readonly asked: () => number
  readonly close: () => Promise<void>
}

/**
 * The house with pages of another release at the same address: the built pages, in which every file has another name and the front says
 * which release it is (`data-release`). Everything else goes to the house.
 */
export const releasesOf = async (house: string): Promise<Releases> => {
  const names = readdirSync(join(dist, 'assets')).map(name => name.replace(/\.\w+$/, ''))
  const anyName = new RegExp(names.map(name => name.replaceAll('.', '\\.')).join('|'), 'g')
  let release = 1
  let pagesAsked = 0

  const fileOf = async (path: string): Promise<Buffer | null> => {
    const file = join(dist, release === 1 ? path : path.replace(new RegExp(`~${release}(?=\\.\\w+$)`), ''))
    const isThere = existsSync(file) && (release === 1 || !path.startsWith('/assets/') || path.includes(`~${release}.`))
    if (!isThere) return null
    const bytes = await readFile(file)
    if (release === 1 || !['.html', '.js', '.css'].includes(extname(path))) return bytes
    const renamed = bytes.toString().replaceAll(anyName, name => `${name}~${release}`)
    return Buffer.from(
      renamed
        .replace('<html', `<html data-release="${release}"`)
        // What carries no mark in its name has another content, and so another mark.
        .replaceAll(/(["']?revision["']?:\s*["'`])(\w+)/g, `$1$2${release}`),
    )
  }

  const answer = async (asked: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const path = new URL(asked.url ?? '/', house).pathname
    if (/^\/(api|public)\//.test(path)) return pass(house, asked, reply)
    const isPage = !/\.\w+$/.test(path)
    if (isPage) pagesAsked += 1
    const bytes = await fileOf(isPage ? (path.startsWith('/field') ? '/field.html' : '/index.html') : path)
    if (bytes === null) reply.writeHead(404).end()
    else
      reply
        .writeHead(200, {
          'content-type': types[isPage ? '.html' : extname(path)] ?? 'application/octet-stream',
          'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        })
        .end(bytes)
  }

  const server = createServer((asked, reply) => void answer(asked, reply))
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('The releases have no address')
  return {
    address: `http://127.0.0.1:${place.port}`,
    put: next => {
      release = next
    },
    asked: () => pagesAsked,
    close: () =>
      new Promise(closed => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** As it came: the house takes writes from pages of the address that it was asked under. */
const pass = (house: string, asked: IncomingMessage, reply: ServerResponse): void => {
  const onward = request(new URL(asked.url ?? '/', house), { method: asked.method, headers: asked.headers }, said => {
    reply.writeHead(said.statusCode ?? 502, said.headers)
    said.pipe(reply)
  })
  onward.on('error', () => reply.destroy())
  asked.pipe(onward)
}
