import type { Me } from '@luoshi/contract/session'
import type { Action } from '@luoshi/rules/action'
import { useSuspenseQuery } from '@tanstack/react-query'
import { orpc } from './api.ts'

export const meOptions = () => orpc.session.me.queryOptions({ staleTime: 60_000, meta: { asksWhoIsHere: true } })

/** Who is signed in. Only under the shell, which has asked before it draws. */
export const useMe = (): Me => useSuspenseQuery(meOptions()).data

/** Whether there is anywhere at all that one may do it; each thing says for itself in its own `actions`. */
export const useMay = (): ((action: Action) => boolean) => {
  const { actions } = useMe()
  return action => actions.includes(action)
}

/** Whether a reply offers an action on the thing it came with. */
export const offers = (thing: { readonly actions: readonly string[] }, action: Action): boolean =>
  thing.actions.includes(action)
