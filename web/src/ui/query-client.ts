import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { codeOf } from './problem.ts'

/** One cache for the page. `onSignedOut` is told when the server no longer knows who asks. */
export const createQueryClient = (onSignedOut: () => void): QueryClient => {
  const onError = (thrown: unknown): void => {
    if (codeOf(thrown) === 'not-signed-in') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, thrown) => failures < 2 && codeOf(thrown) === 'unreachable',
      },
      mutations: { retry: false },
    },
  })
}
