import type { AnyContractRouter } from '@orpc/contract'
import { isContractProcedure } from '@orpc/contract'

export type ListedOperation = {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly input: unknown
}

/** Every operation of a contract, so that a test cannot forget a new one. */
export const operationsOf = (router: AnyContractRouter, under: readonly string[] = []): readonly ListedOperation[] => {
  if (isContractProcedure(router)) {
    const { route, inputSchema } = router['~orpc']
    return [{ name: under.join('.'), method: route.method ?? 'POST', path: route.path ?? '', input: inputSchema }]
  }
  return Object.entries(router).flatMap(([key, child]) => operationsOf(child, [...under, key]))
}
