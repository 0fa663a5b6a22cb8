import { contract } from '@luoshi/contract/contract'
import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'

/** Calls the operations of the contract over HTTP, as anybody outside would. A refusal is thrown with the Problem's code. */
export type Client = ContractRouterClient<typeof contract>

export const clientFor = (url: string, headers: Record<string, string> = {}): Client =>
  createORPCClient(
    new OpenAPILink(contract, {
      url: `${url}/api/v1`,
      headers,
      fetch: async (request, init) => asJson(await fetch(request, init as RequestInit)),
      customErrorResponseBodyDecoder: body => {
        if (typeof body !== 'object' || body === null || !('code' in body)) return null
        const { code, status, detail } = body as { code: string; status: number; detail: string } // a problem document
        return new ORPCError(code, { status, message: `${code}: ${detail}`, data: body })
      },
    }),
  )

/** The link reads a body as JSON by its exact type; a problem document is JSON too. */
const asJson = (response: Response): Response => {
  if (!response.headers.get('content-type')?.includes('problem+json')) return response
  const headers = new Headers(response.headers)
  headers.set('content-type', 'application/json')
  return new Response(response.body, { status: response.status, headers })
}
