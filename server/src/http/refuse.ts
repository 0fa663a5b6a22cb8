import type { ProblemBody } from '@luoshi/contract/problem'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '../context.ts'
import { languageOf } from './language.ts'
import { problemOf } from './problem-of.ts'
import { problemBody } from './problem-reply.ts'

/** What to answer for an error. A bug is logged whole and told plainly. */
export const refusalOf = (
  house: House,
  error: unknown,
  requestId: string,
  acceptLanguage: string | null | undefined,
): ProblemBody => {
  const language = languageOf(acceptLanguage)
  const problem = problemOf(error, language)
  if (problem === null) house.log.error({ requestId, error }, 'A request met a bug')
  return problemBody(problem, requestId, language)
}

export const refuse = (house: House, request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply => {
  const body = refusalOf(house, error, request.id, request.headers['accept-language'])
  if (body.code === 'too-many-requests') reply.header('retry-after', String(body.params.seconds ?? 1))
  return reply.status(body.status).send(body)
}

/** Every refusal is a problem document, whoever wrote it. */
export const markRefusals = (app: FastifyInstance): void => {
  app.addHook('onSend', async (_request, reply) => {
    const type = String(reply.getHeader('content-type') ?? '')
    if (reply.statusCode >= 400 && type.startsWith('application/json')) reply.type('application/problem+json')
  })
}
