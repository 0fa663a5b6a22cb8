import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { codeOf } from './problem.ts'

/** One cache for the page. `onSignedOut` is told when the server no longer knows who asks. */
export const createQueryClient = (onSignedOut: () => void): QueryClient => {
  const notice = (thrown: unknown): void => {
    if (codeOf(thrown) === 'not-signed-in') onSignedOut()
  }
  return new QueryClient({
    // Asking who is here is how one finds out; whoever asks that deals with the answer.
    queryCache: new QueryCache({ onError: (thrown, { meta }) => meta?.asksWhoIsHere === true || notice(thrown) }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, thrown) => failures < 2 && codeOf(thrown) === 'unreachable',
      },
      mutations: { retry: false },
    },
  })
}
