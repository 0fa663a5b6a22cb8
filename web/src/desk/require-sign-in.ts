import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { orpc } from '../ui/api.ts'
import { codeOf } from '../ui/problem.ts'
import { meOptions } from '../ui/session.ts'

export const setupOptions = () => orpc.setup.state.queryOptions({ staleTime: 60_000 })

/** Lets nobody past who is not signed in; afterwards they come back to where they were going. */
export const requireSignIn = async (queryClient: QueryClient, back: string): Promise<void> => {
  try {
    await queryClient.ensureQueryData(meOptions())
  } catch (thrown) {
    if (codeOf(thrown) !== 'not-signed-in') throw thrown
    throw redirect({ to: '/sign-in', search: back === '/' ? {} : { back } })
  }
}

/** An empty house is set up before anyone can sign in. */
export const requireHouse = async (queryClient: QueryClient): Promise<void> => {
  const { waiting } = await queryClient.ensureQueryData(setupOptions())
  if (waiting) throw redirect({ to: '/setup' })
}
