import { contract } from '@luoshi/contract/contract'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { askServer, languageHeader } from './ask-server.ts'

type Api = ContractRouterClient<typeof contract>

/** The operations of the server that answers at this address. */
export const apiAt = (address: () => string): Api =>
  createORPCClient(
    new OpenAPILink(contract, {
      url: () => `${address()}/api/v1`,
      headers: languageHeader,
      fetch: (request, init) => askServer(request, init),
    }),
  )

/** Every operation of the server, called as a function. A refusal is thrown as a ProblemError. */
export const api: Api = apiAt(() => location.origin)

/** The same operations as TanStack Query options and keys: `orpc.units.list.queryOptions({ input })`. */
export const orpc = createTanstackQueryUtils(api)
