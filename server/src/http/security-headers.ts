import type { FastifyInstance } from 'fastify'
import type { House } from '../context.ts'

/** The desk's own scripts and nothing else; its component library writes styles into the page. Maps may fetch their ground. */
const policyWith = (tiles: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${tiles}`,
    "font-src 'self' data:",
    `connect-src 'self'${tiles}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const headers: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(self), payment=(), usb=()',
}

/** What a browser is told about every answer, unless the answer says otherwise itself. */
export const securityHeaders = (
  app: FastifyInstance,
  { publicUrl, tiles }: Pick<House, 'publicUrl' | 'tiles'>,
): void => {
  const all = {
    ...headers,
    'content-security-policy': policyWith(tiles ? ` ${new URL(tiles.url).origin}` : ''),
    ...(publicUrl.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
  app.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(all)) if (!reply.hasHeader(name)) reply.header(name, value)
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
