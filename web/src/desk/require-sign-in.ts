import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { orpc } from '../ui/api.ts'
import { codeOf } from '../ui/problem.ts'
import { forgetMe, rememberedMe, rememberMe } from '../ui/remembered-me.ts'
import { meOptions } from '../ui/session.ts'

export const setupOptions = () => orpc.setup.state.queryOptions({ staleTime: 60_000 })

/** Pages that do their work without a connection, for whoever was here last. */
const openAway: readonly string[] = ['/write']

/** Lets nobody past who is not signed in; afterwards they come back to where they were going. */
export const requireSignIn = async (
  queryClient: QueryClient,
  { href: back, pathname }: { readonly href: string; readonly pathname: string },
): Promise<void> => {
  const away = openAway.includes(pathname) ? rememberedMe(localStorage) : null
  if (!navigator.onLine && away !== null) {
    queryClient.setQueryData(meOptions().queryKey, away, { updatedAt: 0 })
    return
  }
  try {
    rememberMe(localStorage, await queryClient.ensureQueryData(meOptions()))
  } catch (thrown) {
    if (codeOf(thrown) === 'unreachable' && away !== null) {
      queryClient.setQueryData(meOptions().queryKey, away, { updatedAt: 0 })
      return
    }
    if (codeOf(thrown) !== 'not-signed-in') throw thrown
    forgetMe(localStorage)
    throw redirect({ to: '/sign-in', search: back === '/' ? {} : { back } })
  }
}

/** An empty house is set up before anyone can sign in. */
export const requireHouse = async (queryClient: QueryClient): Promise<void> => {
  const { waiting } = await queryClient.ensureQueryData(setupOptions())
  if (waiting) throw redirect({ to: '/setup' })
}
