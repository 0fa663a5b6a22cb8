import type { FastifyRequest } from 'fastify'
import type { House } from '../context.ts'
import { type Language, languageOf } from './language.ts'
import type { RequestContext } from './operations.ts'
import { signedOf } from './signed.ts'

export const requestOf = async (house: House, request: FastifyRequest): Promise<RequestContext> => {
  const headers = headersOf(request)
  const named = (operation: string): void => {
    request.operation = operation
  }
  const signed = await signedOf(house, headers)
  const countPerson: RequestContext['countPerson'] = person => request.countPerson?.(person)
  return { house, requestId: request.id, headers, address: request.ip, named, signed, countPerson }
}

export const languageOfRequest = (request: FastifyRequest): Language => languageOf(request.headers['accept-language'])

export const headersOf = (request: FastifyRequest): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  return headers
}
