import type { FastifyRequest } from 'fastify'
import type { House } from '../context.ts'

/** What a step needs: the request as it came and the way on to better-auth, whose refusals it throws as Problems. */
export type Step = {
  readonly house: House
  readonly request: FastifyRequest
  readonly body: Readonly<Record<string, unknown>>
  /** Hands over to better-auth; throws its refusal as a Problem. */
  readonly ask: (body?: Readonly<Record<string, unknown>>) => Promise<Answer>
}

export type Answer = { readonly headers: Headers; readonly body: unknown }
