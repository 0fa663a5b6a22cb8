import type { FastifyRequest } from 'fastify'
import { headersOf } from '../http/request-of.ts'
import { authRefusal } from './auth-refusal.ts'
import { type Auth, callerHeader } from './better-auth.ts'
import type { Answer } from './step.ts'

/** Hands a request over to better-auth; throws its refusal as a Problem. At another path it is the house itself that asks. */
export const askAuth = async (
  auth: Auth,
  request: FastifyRequest,
  body: object,
  path: string | null = null,
): Promise<Answer> => {
  const headers = headersOf(request)
  headers.set(callerHeader, request.ip)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  const own = `${request.protocol}://${request.host}`
  // Who follows a link has no origin, which better-auth asks of whoever brings cookies.
  if (path !== null) headers.set('origin', own)
  const url = own + (path ?? request.url)
  const response = await auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw authRefusal(response.status, answer)
  return { headers: response.headers, body: answer }
}
