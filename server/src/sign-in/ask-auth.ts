import type { FastifyRequest } from 'fastify'
import { headersOf } from '../http/request-of.ts'
import { authRefusal } from './auth-refusal.ts'
import { type Auth, callerHeader } from './better-auth.ts'
import type { Answer } from './step.ts'

/** Hands a request over to better-auth, at its own path unless another is given; throws its refusal as a Problem. */
export const askAuth = async (
  auth: Auth,
  request: FastifyRequest,
  body: object,
  path: string = request.url,
): Promise<Answer> => {
  const headers = headersOf(request)
  headers.set(callerHeader, request.ip)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  const url = `${request.protocol}://${request.host}${path}`
  const response = await auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw authRefusal(response.status, answer)
  return { headers: response.headers, body: answer }
}
